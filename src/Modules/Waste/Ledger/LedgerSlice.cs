namespace EcoPark.Modules.Waste.Ledger;

/// <summary>An entry as others rest on it.</summary>
internal sealed record LedgerLine(int Id, string Code, string Stage, int KindId, int? StoreId, int? DisposerId, DateTime At, double Amount, string SourceCode)
{
    public static LedgerLine Of(WasteEntry entry) => new(entry.Id, entry.Code, entry.Stage, entry.KindId, entry.StoreId, entry.DisposerId, entry.At ?? default, entry.Amount ?? 0, entry.SourceCode);
}

/// <summary>The part of one enterprise's ledger that a look at some entries needs: the entries, what they came from and what came of them.</summary>
internal sealed class LedgerSlice
{
    private readonly Dictionary<string, LedgerLine> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<int, LedgerLine> _byId = [];
    private readonly Dictionary<string, HashSet<string>> _after = new(StringComparer.Ordinal);

    public LedgerSlice(IEnumerable<LedgerLine> lines)
    {
        foreach (var line in lines)
            Put(line);
    }

    public LedgerLine? Find(string code) => _byCode.GetValueOrDefault(code);

    public LedgerLine? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>What came of a batch.</summary>
    public IEnumerable<LedgerLine> After(string code) => _after.TryGetValue(code, out var codes) ? codes.Select(one => _byCode[one]) : [];

    /// <summary>Adds a line, or puts it in place of what the same entry said.</summary>
    public void Put(LedgerLine line)
    {
        if (line.Id > 0 && _byId.TryGetValue(line.Id, out var before))
            Remove(before);
        if (_byCode.TryGetValue(line.Code, out var same))
            Remove(same);
        _byCode[line.Code] = line;
        if (line.Id > 0)
            _byId[line.Id] = line;
        if (line.SourceCode.Length == 0)
            return;
        if (!_after.TryGetValue(line.SourceCode, out var codes))
            _after[line.SourceCode] = codes = new(StringComparer.Ordinal);
        codes.Add(line.Code);
    }

    private void Remove(LedgerLine line)
    {
        _byCode.Remove(line.Code);
        _byId.Remove(line.Id);
        if (_after.TryGetValue(line.SourceCode, out var codes))
            codes.Remove(line.Code);
    }
}
