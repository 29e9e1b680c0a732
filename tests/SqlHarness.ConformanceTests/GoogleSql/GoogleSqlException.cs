using System.Data.Common;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>A statement that GoogleSQL or the bridge refused, or a bridge that does not answer; a type of its own, as every driver has one.</summary>
sealed class GoogleSqlException(string message, Exception? innerException = null) : DbException(message, innerException);
