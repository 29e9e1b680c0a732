using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Changes a statement on its way to the engine.</summary>
/// <param name="statement">A copy, which may be changed in place.</param>
/// <returns>What is run.</returns>
delegate SqlStatement Rewriting(SqlStatement statement);
