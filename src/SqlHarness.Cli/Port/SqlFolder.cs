using System.Text;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Port;

/// <summary>A folder of printed queries: <c>QUERY/DIALECT.sql</c>.</summary>
static class SqlFolder
{
    /// <summary>Writes all files or none.</summary>
    /// <returns>How many were new or changed.</returns>
    /// <exception cref="BadInputException">A file holds something else and may not be replaced, or cannot be written.</exception>
    public static int Write(string folder, IReadOnlyList<SqlFile> files, bool force, CancellationToken cancellationToken)
    {
        var changed = files.Where(f => !IsThere(folder, f)).ToList();
        if (!force && changed.Find(f => File.Exists(f.In(folder))) is { } other)
            throw new BadInputException($"{other.In(folder)} holds something else; --force replaces it.");
        var written = new List<(string Temporary, string File)>();
        try
        {
            foreach (var file in changed)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var path = file.In(folder);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
                written.Add((temporary, path));
                File.WriteAllText(temporary, file.Sql, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            foreach (var (temporary, path) in written)
                File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder} cannot be written: {e.Message.TrimEnd('.')}.", e);
        }
        finally
        {
            foreach (var (temporary, _) in written)
                File.Delete(temporary);
        }

        return changed.Count;
    }

    /// <summary>What is not as it would be written, a line each: missing, different, or of no query and dialect.</summary>
    public static IReadOnlyList<string> Differences(string folder, IReadOnlyList<SqlFile> files, bool allQueries, bool allDialects)
    {
        var differences = new List<string>();
        foreach (var file in files)
        {
            var path = file.In(folder);
            if (!File.Exists(path))
                differences.Add($"{path} is missing.");
            else if (!IsThere(folder, file))
                differences.Add($"{path} differs: {FirstDifference(File.ReadAllText(path), file.Sql)}");
        }

        return [.. differences, .. Orphans(folder, files, allQueries, allDialects).Select(o => $"{o} belongs to no query.")];
    }

    // Only what would have been written had it a query: other files in the folder are not ours.
    static IEnumerable<string> Orphans(string folder, IReadOnlyList<SqlFile> files, bool allQueries, bool allDialects)
    {
        if (!Directory.Exists(folder))
            return [];
        var expected = files.Select(f => Path.GetFullPath(f.In(folder))).ToHashSet(StringComparer.Ordinal);
        var queries = files.Select(f => f.Query).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories)
            .Where(f => !expected.Contains(Path.GetFullPath(f)))
            .Where(f => queries.Contains(Path.GetFileName(Path.GetDirectoryName(f)!)) ? allDialects : allQueries)
            .Order(StringComparer.Ordinal);
    }

    static bool IsThere(string folder, SqlFile file) => File.Exists(file.In(folder)) && File.ReadAllText(file.In(folder)) == file.Sql;

    static string FirstDifference(string have, string want)
    {
        var (has, wants) = (have.Split('\n'), want.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(has.Length, wants.Length)).First(i => i >= has.Length || i >= wants.Length || has[i] != wants[i]);
        return $"line {line + 1} is '{At(has, line)}', but would be '{At(wants, line)}'.";

        static string At(string[] lines, int line) => line < lines.Length ? lines[line].Trim() : "";
    }
}
