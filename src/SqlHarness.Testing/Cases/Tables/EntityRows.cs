using System.Linq.Expressions;
using LinqToDB.Mapping;

namespace SqlHarness.Testing.Cases.Tables;

/// <summary>Compiles, once per table, how a row of an entity type is made of cells and taken apart.</summary>
static class EntityRows
{
    /// <summary>
    /// Makes rows by the constructor without parameters and the setters (<c>init</c> and <c>required</c> are the compiler's business); where there is none,
    /// as for positional records, by the longest public constructor, whose parameters are matched with columns by name. What is not mapped keeps its default.
    /// </summary>
    /// <exception cref="ArgumentException">A column can be set in neither way; the message names it.</exception>
    public static Func<object?[], object> Maker(EntityDescriptor entity)
    {
        var cells = Expression.Parameter(typeof(object?[]), "cells");
        var type = entity.ObjectType;
        var values = entity.Columns.Select((c, i) => (Column: c, Value: (Expression)Expression.Convert(Expression.ArrayIndex(cells, Expression.Constant(i)), c.MemberType))).ToList();
        NewExpression made;
        if (type.IsValueType || type.GetConstructor(Type.EmptyTypes) is not null)
            made = Expression.New(type);
        else
        {
            var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
                ?? throw new ArgumentException($"{type.Name} has no public constructor, so that no rows of it can be generated.");
            made = Expression.New(constructor, constructor.GetParameters().Select(p =>
            {
                var place = values.FindIndex(v => string.Equals(v.Column.MemberName, p.Name, StringComparison.OrdinalIgnoreCase) && v.Column.MemberType == p.ParameterType);
                if (place < 0)
                    return Expression.Default(p.ParameterType);
                var value = values[place].Value;
                values.RemoveAt(place);
                return value;
            }));
        }

        var bound = values.Select(v => v.Column.MemberAccessor is { HasSetter: true, IsComplex: false } accessor ? Expression.Bind(accessor.MemberInfo, v.Value)
            : throw new ArgumentException($"{type.Name}.{v.Column.MemberName} can be set neither by a setter nor by a constructor's parameter of its name."));
        var row = Expression.MemberInit(made, bound);
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(row, typeof(object)), cells).Compile();
    }

    /// <summary>Reads a row's columns.</summary>
    public static Func<object, object?[]> Reader(EntityDescriptor entity)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var typed = Expression.Convert(row, entity.ObjectType);
        var cells = entity.Columns.Select(c => Expression.Convert(c.MemberAccessor.GetGetterExpression(typed), typeof(object)));
        return Expression.Lambda<Func<object, object?[]>>(Expression.NewArrayInit(typeof(object), cells), row).Compile();
    }
}
