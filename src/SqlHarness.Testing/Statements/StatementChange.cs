using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Changes a statement in place, before it is put into the engine's words.</summary>
/// <param name="statement">A copy.</param>
/// <param name="values">The values of its parameters.</param>
delegate void StatementChange(SqlStatement statement, IReadOnlyParameterValues? values);
