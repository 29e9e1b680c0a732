namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>A clause of a SELECT.</summary>
enum Clause { Select, On, Where, GroupBy, Having, OrderBy }
