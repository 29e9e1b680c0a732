using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.Loading;

/// <summary>Compiles, once per mapped entity, the code that checks a row and hands its columns to a <see cref="RowWriter"/> without boxing.</summary>
static class RowBinder
{
    // Keyed by the descriptor, since the same class may be mapped differently on another connection.
    static readonly ConditionalWeakTable<EntityDescriptor, Delegate> Compiled = [];

    public static Action<T, RowWriter> For<T>(EntityDescriptor entity) =>
        (Action<T, RowWriter>)Compiled.GetValue(entity, static descriptor => Compile<T>(descriptor));

    static Action<T, RowWriter> Compile<T>(EntityDescriptor descriptor)
    {
        var entity = Expression.Parameter(typeof(T), "entity");
        var writer = Expression.Parameter(typeof(RowWriter), "writer");
        var columns = descriptor.Columns.Select(column => Write(entity, writer, new LoadColumn(column)));
        return Expression.Lambda<Action<T, RowWriter>>(Expression.Block(typeof(void), columns), entity, writer).Compile();
    }

    static Expression Write(Expression entity, ParameterExpression writer, LoadColumn column)
    {
        Expression whenNull = column.Descriptor.CanBeNull
            ? Expression.Call(writer, nameof(RowWriter.WriteNull), null)
            : Expression.Call(typeof(ValueChecks), nameof(ValueChecks.Null), null, writer, Expression.Constant(column));
        var member = column.Descriptor.MemberAccessor.GetGetterExpression(entity);
        if (column.Descriptor.ValueConverter is not { } converter)
            return UnlessNull(member, whenNull, value => WriteValue(value, writer, column));
        var toStored = converter.ToProviderExpression;
        return converter.HandlesNulls
            ? Converted(member)
            : UnlessNull(member, whenNull, Converted);

        Expression Converted(Expression value)
        {
            var argument = value.Type == toStored.Parameters[0].Type ? value : Expression.Convert(value, toStored.Parameters[0].Type);
            return UnlessNull(Expression.Invoke(toStored, argument), whenNull, stored => WriteValue(stored, writer, column));
        }
    }

    static Expression UnlessNull(Expression value, Expression whenNull, Func<Expression, Expression> otherwise)
    {
        var nullable = Nullable.GetUnderlyingType(value.Type) is not null;
        if (value.Type.IsValueType && !nullable)
            return otherwise(value);
        var once = Expression.Variable(value.Type, "value");
        var present = nullable ? (Expression)Expression.Property(once, "HasValue") : Expression.ReferenceNotEqual(once, Expression.Constant(null));
        return Expression.Block([once],
            Expression.Assign(once, value),
            Expression.IfThenElse(present, otherwise(nullable ? Expression.Property(once, "Value") : once), whenNull));
    }

    static MethodCallExpression WriteValue(Expression value, ParameterExpression writer, LoadColumn column)
    {
        Expression constant = Expression.Constant(column);
        return Type.GetTypeCode(value.Type) switch
        {
            TypeCode.Boolean => Expression.Call(writer, nameof(RowWriter.WriteBoolean), null, value),
            TypeCode.Int16 => Expression.Call(writer, nameof(RowWriter.WriteInt16), null, value),
            TypeCode.Int32 => Expression.Call(writer, nameof(RowWriter.WriteInt32), null, value),
            TypeCode.Int64 => Expression.Call(writer, nameof(RowWriter.WriteInt64), null, value),
            TypeCode.Double => Expression.Call(writer, nameof(RowWriter.WriteDouble), null, value, constant),
            TypeCode.Decimal => Expression.Call(writer, nameof(RowWriter.WriteDecimal), null, Checked(nameof(ValueChecks.Decimal)), constant),
            TypeCode.String => Expression.Call(writer, nameof(RowWriter.WriteText), null, Checked(nameof(ValueChecks.Text))),
            TypeCode.DateTime => Expression.Call(writer, nameof(RowWriter.WriteTime), null, Checked(nameof(ValueChecks.Time))),
            _ when value.Type == typeof(Guid) => Expression.Call(writer, nameof(RowWriter.WriteGuid), null, value),
            _ => throw new InvalidOperationException($"{column.Name}: {value.Type} was not refused with the table."),
        };

        Expression Checked(string check) => Expression.Call(typeof(ValueChecks), check, null, value, writer, constant);
    }
}
