using System.Collections;
using System.Data.Common;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>The parameters of a command that takes none: always empty, and adding one says why.</summary>
sealed class GoogleSqlParameters : DbParameterCollection
{
    public override int Count => 0;

    public override object SyncRoot => this;

    public static NotSupportedException NotSupported() =>
        new("The bridge to GoogleSQL takes no parameters: write values into the statement as literals.");

    public override int Add(object value) => throw NotSupported();

    public override void AddRange(Array values) => throw NotSupported();

    public override void Clear() { }

    public override bool Contains(object value) => false;

    public override bool Contains(string value) => false;

    public override void CopyTo(Array array, int index) { }

    public override IEnumerator GetEnumerator() => Array.Empty<DbParameter>().GetEnumerator();

    public override int IndexOf(object value) => -1;

    public override int IndexOf(string parameterName) => -1;

    public override void Insert(int index, object value) => throw NotSupported();

    public override void Remove(object value) => throw NotSupported();

    public override void RemoveAt(int index) => throw NotSupported();

    public override void RemoveAt(string parameterName) => throw NotSupported();

    protected override DbParameter GetParameter(int index) => throw NotSupported();

    protected override DbParameter GetParameter(string parameterName) => throw NotSupported();

    protected override void SetParameter(int index, DbParameter value) => throw NotSupported();

    protected override void SetParameter(string parameterName, DbParameter value) => throw NotSupported();
}
