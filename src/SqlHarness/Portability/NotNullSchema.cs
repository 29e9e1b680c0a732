using System.Reflection;
using LinqToDB.Internal.Mapping;
using LinqToDB.Mapping;
using LinqToDB.Metadata;

namespace SqlHarness.Portability;

/// <summary>Maps reference-type columns NOT NULL where C#'s annotations say so, for one connection; linq2db's own switch for this is global.</summary>
sealed class NotNullSchema : MappingSchema
{
    public static readonly NotNullSchema Instance = new();

    NotNullSchema() : base("SqlHarness.NotNull") => AddMetadataReader(new Reader());

    sealed class Reader : IMetadataReader
    {
        public MappingAttribute[] GetAttributes(Type type) => [];

        public MappingAttribute[] GetAttributes(Type type, MemberInfo memberInfo)
        {
            if (memberInfo is not PropertyInfo { PropertyType.IsValueType: false } property || property is DynamicColumnInfo)
                return [];
            // NullabilityInfoContext is not safe for threads, and linq2db caches what it learns here.
            return new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull ? [new NotNullAttribute()] : [];
        }

        public MemberInfo[] GetDynamicColumns(Type type) => [];

        public string GetObjectID() => ".SqlHarness.NotNull.";
    }
}
