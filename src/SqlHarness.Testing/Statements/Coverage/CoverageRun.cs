using SqlHarness.Portability;
using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements.Coverage.Probes;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>
/// Measures which situations of a query the cases of a workspace reach: for each operator one statement, lifted as the query itself is, counts for
/// every case the rows that raise a flag.
/// </summary>
sealed class CoverageRun<TResult>(CaseWorkspace workspace, IQueryable<TResult> query)
{
    readonly Dictionary<CoverageGoal, HashSet<int>> _reached = [];
    readonly List<CoverageGoal> _goals = [];
    readonly List<NotMeasured> _notMeasured = [];
    int _probes;
    bool _correlates;

    /// <summary>Runs all probes.</summary>
    public async Task<Covered> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var probe in Probes())
            await RunAsync(probe, cancellationToken).ConfigureAwait(false);
        return new([.. _goals.Select(g => new CoveredGoal(g, [.. _reached[g].Order()]))], _notMeasured, workspace.Loaded.Count, _probes);
    }

    IReadOnlyList<Probe> Probes()
    {
        IReadOnlyList<Probe> probes = [];
        // Of a copy, as each probe has one: linq2db 6.5.1 parts in a copy what the original shares.
        try
        {
            TextOf((statement, values) => probes = ProbeList.Of(new(StatementCopy.Of(statement), values)), statement => statement);
        }
        catch (CannotLiftException) when (probes.Count > 0)
        {
            // Each probe meets it again, and is then not measured for this reason.
        }

        return probes;
    }

    async Task RunAsync(Probe probe, CancellationToken cancellationToken)
    {
        var (level, planted) = ("", (Planted?)null);
        IReadOnlyList<Flag> flags = [];
        try
        {
            var sql = TextOf((statement, values) =>
            {
                var blueprint = new Blueprint(StatementCopy.Of(statement), values);
                level = probe.LevelIn(blueprint).Name;
                planted = probe.Plant(blueprint);
                flags = [.. planted.Aims.Select(a => a.When).OfType<Flag>().Distinct(ReferenceEqualityComparer.Instance).Cast<Flag>()];
                ProbeStatement.Put(statement, planted.Rows, flags);
            }, lifted => ProbeStatement.PerCase(lifted, flags.Count));
            if (planted!.Aims.Count == 0)
                return;
            _probes++;
            Take(planted.Aims, flags, await CountsAsync(sql, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is CannotProbeException or CannotLiftException or DbException or LinqToDBException
            && !cancellationToken.IsCancellationRequested)
        {
            _notMeasured.Add(new(level, probe.Place, e.Message.Split('\n')[0].Trim()));
        }
    }

    void Take(IReadOnlyList<Aim> aims, IReadOnlyList<Flag> flags, IReadOnlyDictionary<int, long[]> counts)
    {
        var places = flags.Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i + 1, (IEqualityComparer<Flag>)ReferenceEqualityComparer.Instance);
        foreach (var aim in aims)
        {
            var place = aim.When is null ? 0 : places[aim.When];
            if (!_reached.TryGetValue(aim.Goal, out var reached))
            {
                _reached.Add(aim.Goal, reached = []);
                _goals.Add(aim.Goal);
            }

            reached.UnionWith(workspace.Loaded.Where(c => (counts.TryGetValue(c, out var found) ? found[place] : 0) is var rows && rows >= aim.Least
                && rows <= aim.Most));
        }
    }

    string TextOf(StatementChange plant, Rewriting rewrite)
    {
        var connection = workspace.Connection;
        var (inline, mutate) = (connection.InlineParameters, connection.Mutate);
        try
        {
            connection.Mutate = mutate + plant;
            connection.Rewrite = statement => rewrite(Lifter.Lift(statement, workspace.Schema, out _correlates));
            return CaseWorkspace.Fresh(query).ToSqlQuery(new() { InlineParameters = true }).Sql;
        }
        finally
        {
            (connection.InlineParameters, connection.Mutate, connection.Rewrite) = (inline, mutate, null);
        }
    }

    /// <summary>For each case its numbers; a case without a row has none.</summary>
    async Task<IReadOnlyDictionary<int, long[]>> CountsAsync(string sql, CancellationToken cancellationToken)
    {
        if (_correlates)
            await workspace.IndexAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<int, long[]> counts = [];
        var opened = await workspace.Connection.ExecuteReaderAsync(sql, cancellationToken).ConfigureAwait(false);
        await using var _ = opened.ConfigureAwait(false);
        while (await opened.Reader!.ReadAsync(cancellationToken).ConfigureAwait(false))
            counts.Add(opened.Reader.GetInt32(0), [.. Enumerable.Range(1, opened.Reader.FieldCount - 1).Select(opened.Reader.GetInt64)]);
        return counts;
    }
}
