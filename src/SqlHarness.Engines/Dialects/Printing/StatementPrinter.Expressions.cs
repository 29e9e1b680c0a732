using System.Globalization;
using System.Text.RegularExpressions;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Mapping;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>Values.</summary>
sealed partial class StatementPrinter
{
    // How many expressions' sub-queries stand around what is being printed.
    int _subQueryDepth;

    MappingSchema Schema => Translation.DialectProvider.Of(_dialect).MappingSchema;

    NullabilityContext Nullability() => NullabilityContext.GetContext(_scopes.Peek().Query);

    Doc Expression(ISqlExpression expression, int around = Precedence.Unknown)
    {
        switch (expression)
        {
            case SqlNullabilityExpression nullable:
                return Expression(nullable.SqlExpression, around);
            case SqlField field:
                return field.Name == "*" ? "*" : Compared(field, Column(field.Table!, field.PhysicalName));
            case SqlCteTableField field:
                return Compared(field, Column(field.Table!, _columns.Of(field)));
            case SqlColumn column:
                return Compared(column, column.Parent == _scopes.Peek().Query ? _dialect.Identifier(_columns.Of(column)) : Column(column.Parent!, _columns.Of(column)));
            case SqlValue value:
                return Literal(value.Value);
            case SqlParameter parameter:
                return Literal(Value(parameter));
            case SqlFragment { Expr: var text, Parameters: [] }:
                return text;
            case SqlFragment fragment:
                return Filled(fragment.Expr, [.. fragment.Parameters.Select(p => Expression(p))]);
            case SqlExpression { Expr: "{0}", Parameters: [var only] }:
                return Expression(only, around);
            case SqlExpression template when Operand.Of(template.Expr) is { } operand:
                return Wrapped(Template(operand.Inside, template.Parameters, Precedence.Primary), operand.Precedence, around);
            case SqlExpression template:
                return Wrapped(Template(template.Expr, template.Parameters, template.Precedence), template.Precedence, around);
            case SqlBinaryExpression binary:
                return Binary(binary, around);
            case SqlUnaryExpression { Operation: SqlUnaryOperation.Negation } unary:
                return Wrapped(Doc.Of("-", Expression(unary.Expr, Precedence.Unary + 1)), Precedence.Unary, around);
            case SqlConcatExpression concat:
                return _dialect.ConcatOperator is null ? Call("CONCAT", concat.Expressions) : Wrapped(Doc.Join(_dialect.ConcatOperator, concat.Expressions.Select(e => Expression(e, Precedence.Additive + 1))), Precedence.Additive, around);
            case SqlCoalesceExpression coalesce:
                return Call("COALESCE", coalesce.Expressions);
            case SqlFunction { Name: var name } function:
                return Call(name.Equals("Coalesce", StringComparison.OrdinalIgnoreCase) ? "COALESCE" : name, function.Parameters);
            case SqlExtendedFunction function:
                return Function(function);
            case SqlCastExpression cast:
                return Cast(cast, around);
            case SqlCaseExpression cases:
                return Case(cases.Cases.Select(c => (c.Condition, c.ResultExpression)), cases.ElseExpression);
            case SqlConditionExpression condition:
                return Case([(condition.Condition, condition.TrueValue)], condition.FalseValue);
            case SqlSearchCondition condition:
                return Condition(condition, around);
            case SelectQuery query:
                return SubQuery(query);
            default:
                throw Refusal(expression is SqlIntervalDifferenceExpression or SqlIntervalExpression or SqlIntervalPartExpression or SqlTemporalArithmeticExpression
                    ? "a TimeSpan (use Portable.ElapsedMicroseconds and AddMicroseconds)" : $"the value {expression}");
        }
    }

    Doc Column(ISqlTableSource source, string name)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Names.TryGetValue(source, out var called))
                return scope.Qualifies || scope != _scopes.Peek() ? $"{_dialect.Identifier(called)}.{_dialect.Identifier(name)}" : _dialect.Identifier(name);
        }

        throw Refusal($"the column {name} of a query that is not read here");
    }

    Doc Binary(SqlBinaryExpression binary, int around)
    {
        var (operation, isWhole) = (binary.Operation, IsWhole(binary.SystemType));
        if (_dialect.ScalesDecimals && operation is "*" or "/" or "%" && (IsDecimal(binary.Expr1.SystemType) || IsDecimal(binary.Expr2.SystemType)))
            throw Refusal("a product, quotient or remainder of decimals, which it stores as millionths");
        var template = (operation, isWhole) switch
        {
            ("/", true) => _dialect.WholeDivision,
            ("%", true) => _dialect.Remainder,
            _ => null,
        };
        if (template is not null && !template.StartsWith('{'))
            return Template(template, [binary.Expr1, binary.Expr2], Precedence.Primary);
        var precedence = operation is "*" or "/" or "%" ? Precedence.Multiplicative : operation is "+" or "-" ? Precedence.Additive : Precedence.Bitwise;
        var (left, right) = (Expression(binary.Expr1, precedence), Expression(binary.Expr2, operation is "+" or "*" && !IsSame(binary.Expr2, "-", "/") ? precedence : precedence + 1));
        return Wrapped(Filled(template ?? $"{{0}} {operation} {{1}}", left, right), precedence, around);
    }

    static bool IsSame(ISqlExpression expression, params ReadOnlySpan<string> operations) => expression is SqlBinaryExpression { Operation: var o } && operations.Contains(o);

    static bool IsWhole(Type? type) => type is not null && Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    static bool IsDecimal(Type? type) => type == typeof(decimal) || type == typeof(decimal?);

    static bool IsText(ISqlExpression expression) => expression.SystemType == typeof(string) || expression.SystemType == typeof(char);

    // A text whose order counts; a literal has none of its own.
    Doc InOrder(ISqlExpression expression, int around) =>
        IsText(expression) && !IsLiteral(expression) && _dialect.TextOrder != "{0}" ? Plain(() => Filled(_dialect.TextOrder, Expression(expression, Precedence.Primary))) : Expression(expression, around);

    Doc Equated(ISqlExpression expression, int around) =>
        IsText(expression) && !IsLiteral(expression) && _dialect.TextEquality != "{0}"
            ? Plain(() => Filled(_dialect.TextEquality, Expression(expression, Precedence.Primary))) : Expression(expression, around);

    // What is written as it is compared is not written so twice.
    Doc Plain(Func<Doc> write)
    {
        var scope = _scopes.Pop();
        _scopes.Push(scope with { ComparesTexts = false });
        var doc = write();
        _scopes.Pop();
        _scopes.Push(scope);
        return doc;
    }

    Doc Compared(ISqlExpression expression, Doc written) => IsComparedText(expression) ? Filled(_dialect.TextEquality, written) : written;

    bool IsComparedText(ISqlExpression expression) => _scopes.TryPeek(out var scope) && scope.ComparesTexts && IsText(expression);

    static bool IsLiteral(ISqlExpression expression) => expression is SqlValue or SqlParameter;

    Doc Call(string name, IEnumerable<ISqlExpression> arguments) => Doc.Group(name, "(", Doc.Nest(Doc.SoftLine, Arguments(arguments)), Doc.SoftLine, ")");

    Doc Arguments(IEnumerable<ISqlExpression> arguments) => Doc.Join(Doc.Of(",", Doc.Line), arguments.Select(a => Expression(a)));

    Doc Cast(SqlCastExpression cast, int around)
    {
        var (from, to) = (cast.Expression.SystemType, cast.ToType);
        if (_dialect.ScalesDecimals && from is not null && IsDecimal(from) != IsDecimal(to.SystemType) && cast.Expression is not SqlValue { Value: null })
            throw Refusal($"{from.Name} as {to.SystemType.Name}: it stores decimals as millionths");
        // linq2db also says what the value is already.
        return from is not null && _dialect.TypeOf(new(from, to.DataType, null, null, to.Precision, to.Scale)) == _dialect.TypeOf(to) && cast.Expression is not SqlValue { Value: null }
            ? Expression(cast.Expression, around)
            : Doc.Of("CAST(", Expression(cast.Expression), " AS ", _dialect.TypeOf(to), ")");
    }

    Doc Case(IEnumerable<(ISqlPredicate Condition, ISqlExpression Result)> cases, ISqlExpression? otherwise)
    {
        var parts = cases.Select(c => Doc.Group("WHEN ", Doc.Group(Doc.Nest(Predicate(c.Condition, Precedence.Unknown + 1))), Doc.Nest(Doc.Line, "THEN ", Expression(c.Result)))).ToList();
        // ELSE NULL is what SQL means without it.
        if (otherwise is not null and not SqlValue { Value: null })
            parts.Add(Doc.Of("ELSE ", Expression(otherwise)));
        return Doc.Group("CASE", Doc.Nest(Doc.Line, Doc.Join(Doc.Line, parts)), Doc.Line, "END");
    }

    // An argument between parentheses or commas needs none of its own; a long sum is broken before its signs.
    Doc Template(string template, ISqlExpression[] arguments, int around)
    {
        var parts = new List<Doc>();
        var (end, depth) = (0, 0);
        foreach (Match place in Places().Matches(template))
        {
            parts.Add(Broken(template[end..place.Index], ref depth));
            end = place.Index + place.Length;
            var enclosed = Opens(template, place.Index) && Closes(template, end);
            var argument = arguments[int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
            // The template says itself how the text is compared.
            parts.Add(template.AsSpan(end).StartsWith(" COLLATE ") ? Plain(() => Expression(argument, Precedence.Primary)) : Typed(argument, enclosed ? Precedence.Unknown : around));
        }

        parts.Add(Broken(template[end..], ref depth));
        return Doc.Group(Doc.Nest(parts));
    }

    // What a function makes of NULL alone would have no type, or a text's.
    Doc Typed(ISqlExpression argument, int around) => argument is SqlValue { Value: null, ValueType: var type } && type.SystemType != typeof(object) ? _dialect.NullOf(_dialect.TypeOf(type)) : Expression(argument, around);

    static Doc Broken(string text, ref int depth)
    {
        var (parts, start) = (new List<Doc>(), 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0 && i + 2 < text.Length && text[i] == ' ' && text[i + 1] is '+' or '-' && text[i + 2] == ' ')
            {
                parts.Add(text[start..i]);
                parts.Add(Doc.Line);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return Doc.Of(parts);
    }

    static bool Opens(string text, int place) => place > 0 && text[place - 1] is '(' || place > 1 && text[(place - 2)..place] == ", ";

    static bool Closes(string text, int place) => place < text.Length && text[place] is ')' or ',';

    /// <summary>A dialect's template, filled.</summary>
    static Doc Filled(string template, params ReadOnlySpan<Doc> arguments)
    {
        var parts = new List<Doc>();
        var end = 0;
        foreach (Match place in Places().Matches(template))
        {
            parts.Add(template[end..place.Index]);
            parts.Add(arguments[int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]);
            end = place.Index + place.Length;
        }

        parts.Add(template[end..]);
        return Doc.Of(parts);
    }

    object? Value(ISqlExpression expression) => expression switch
    {
        SqlValue value => value.Value,
        SqlParameter parameter => parameter.GetParameterValue(_parameters).ProviderValue,
        SqlNullabilityExpression nullable => Value(nullable.SqlExpression),
        SqlCastExpression cast => Value(cast.Expression),
        _ => throw Refusal($"{expression} where a value must be known"),
    };

    Doc Literal(object? value) => value switch
    {
        null => "NULL",
        bool truth => _dialect.Truth(truth),
        string text => _dialect.Text(text),
        char text => _dialect.Text(text.ToString()),
        DateTime time => _dialect.Time(time),
        decimal number => _dialect.Number(number),
        double number => _dialect.Number(number),
        float number => _dialect.Number(number),
        Guid guid => _dialect.Text(guid.ToString("D")),
        Enum member => Literal(Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        TimeSpan time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        _ => throw Refusal($"a value of type {value.GetType().Name}"),
    };

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Places();
}
