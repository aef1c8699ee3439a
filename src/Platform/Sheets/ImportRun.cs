using EcoPark.Platform.Records;

namespace EcoPark.Platform.Sheets;

/// <summary>The counts of an import that is under way.</summary>
/// <param name="checks">Those who look at its records, which remember what they have let pass.</param>
internal sealed class ImportRun(IReadOnlyList<IRecordCheck> checks)
{
    private readonly List<CellProblem> _problems = [];
    private readonly Dictionary<string, int> _seen = [];
    private int _untold;

    public IReadOnlyList<IRecordCheck> Checks { get; } = checks;

    public int Rows { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Bad { get; private set; }

    /// <summary>The row that had the key before; <see langword="null"/> for the first one.</summary>
    public int? SeenBefore(string key, int row) => _seen.TryAdd(key, row) || _seen[key] == row ? null : _seen[key];

    /// <summary>Takes over what became of a batch.</summary>
    public void Count(IReadOnlyList<ImportedRow> rows)
    {
        foreach (var row in rows)
        {
            Rows++;
            switch (row.Fate)
            {
                case RowFate.Added:
                    Added++;
                    break;
                case RowFate.Changed:
                    Changed++;
                    break;
                case RowFate.Unchanged:
                    Unchanged++;
                    break;
                default:
                    Bad++;
                    break;
            }

            foreach (var problem in row.Problems)
                Tell(problem);
        }
    }

    public void Tell(CellProblem problem)
    {
        if (_problems.Count < ImportReport.MostProblems)
            _problems.Add(problem);
        else
            _untold++;
    }

    public ImportReport Report(bool isDone, bool isCancelled = false) => new(isDone && Added + Changed > 0, Rows, Added, Changed, Unchanged, Bad, [.. _problems.OrderBy(problem => problem.Row)])
    {
        Untold = _untold,
        IsCancelled = isCancelled,
    };
}

/// <summary>What became of a row.</summary>
internal enum RowFate
{
    Bad,
    Added,
    Changed,
    Unchanged,
}

/// <summary>A row that was dealt with.</summary>
internal sealed record ImportedRow(RowFate Fate, IReadOnlyList<CellProblem> Problems, Record? Record = null);
