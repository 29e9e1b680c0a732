using System.Globalization;
using System.Text;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>Tells elements of one statement apart.</summary>
static class ElementKey
{
    /// <summary>
    /// The same for elements that mean the same on one level: its text, in which columns of one name may be mixed up; which columns they are; and what NULL means to its comparisons.
    /// For another copy of the statement it is another one.
    /// </summary>
    public static string Of(IQueryElement element)
    {
        var writer = new QueryElementTextWriter();
        element.ToString(writer);
        var key = new StringBuilder(element.GetType().Name).Append(' ').Append(writer);
        element.VisitParentFirst(e =>
        {
            if (e is SqlColumn { Parent: { } parent } column)
                key.Append(CultureInfo.InvariantCulture, $" {parent.SourceID}.{parent.Select.Columns.IndexOf(column)}");
            if (e is SqlPredicate.ExprExpr comparison)
                key.Append(CultureInfo.InvariantCulture, $" {comparison.UnknownAsValue}");
            return e is not SelectQuery && !MutatedLevel.IsColumn(e);
        });
        return key.ToString();
    }
}
