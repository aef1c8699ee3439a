using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>
/// What the rest of the ledger says against an entry. Whatever becomes of a batch is never more than the batch and never before it; so no store ever holds less than nothing.
/// </summary>
internal static class LedgerRules
{
    public static Problem? Objection(LedgerLine entry, WasteKind kind, LedgerSlice ledger) =>
        OfKind(entry, kind) ?? OfSource(entry, kind, ledger) ?? OfWhatCameAfter(entry, ledger);

    /// <summary>Of deleting it.</summary>
    public static Problem? Deletion(LedgerLine entry, LedgerSlice ledger) => ledger.After(entry.Code).FirstOrDefault() is { } after
        ? new("followed", $"批次 {entry.Code} 已有后续记录（{after.Stage} {after.Code} 等），请先处理它们再删除。") : null;

    private static Problem? OfKind(LedgerLine entry, WasteKind kind) => (kind.Class == WasteWords.Hazardous) == LedgerStage.IsHazardous(entry.Code) ? null
        : new("class", $"“{kind.Name}”是{kind.Class}，批次编码应以 {LedgerStage.Prefix(entry.Stage, kind.Class == WasteWords.Hazardous)} 开头。", "code");

    private static Problem? OfSource(LedgerLine entry, WasteKind kind, LedgerSlice ledger)
    {
        if (entry.SourceCode.Length == 0)
            return null;
        if (ledger.Find(entry.SourceCode) is not { } source)
            return new("source", $"本企业台账中没有编码为“{entry.SourceCode}”的批次，请先登记，或检查编码。", "sourceCode");
        if (!LedgerStage.After(source.Stage).Contains(entry.Stage))
            return new("source", $"{entry.Stage}的前序批次应为{string.Join('或', LedgerStage.Before(entry.Stage))}，“{source.Code}”是{source.Stage}。", "sourceCode");
        if (source.KindId != entry.KindId)
            return new("kind", $"前序批次“{source.Code}”不是“{kind.Name}”，请核对废物或编码。", "kindId");
        if (entry.Stage == LedgerStage.Out && source.StoreId != entry.StoreId)
            return new("store", $"批次“{source.Code}”不在这个贮存设施，请核对。", "storeId");
        if (entry.At < source.At)
            return new("time", $"{entry.Stage}时间早于前序批次“{source.Code}”的时间（{WasteWords.Wall(source.At)}）。", "at");
        var left = source.Amount - ledger.After(source.Code).Where(one => !IsSame(one, entry)).Sum(one => one.Amount);
        if (entry.Amount <= left + WasteWords.Gram)
            return null;
        var words = $"批次 {source.Code} 只剩 {WasteWords.Tonnes(Math.Max(0, left))} t，不能{entry.Stage} {WasteWords.Tonnes(entry.Amount)} t。";
        return new("short", entry.Stage == LedgerStage.Out ? "库存不足：" + words : words, "amount");
    }

    /// <summary>Others rest on it already.</summary>
    private static Problem? OfWhatCameAfter(LedgerLine entry, LedgerSlice ledger)
    {
        if (entry.Id == 0 || ledger.Find(entry.Id) is not { } before || ledger.After(before.Code).ToList() is not { Count: > 0 } after)
            return null;
        var (taken, first) = (after.Sum(one => one.Amount), after.MinBy(one => one.At)!);
        if (before.Code != entry.Code || before.Stage != entry.Stage || before.KindId != entry.KindId || before.StoreId != entry.StoreId)
            return new("followed", $"批次 {before.Code} 已有后续记录（{first.Stage} {first.Code} 等），编码、环节、废物和贮存设施不能再改。", "code");
        if (entry.Amount < taken - WasteWords.Gram)
            return new("followed", $"批次 {entry.Code} 的后续记录合计 {WasteWords.Tonnes(taken)} t，数量不能少于它。", "amount");
        return entry.At > first.At ? new("followed", $"批次 {entry.Code} 的后续记录 {first.Code} 在 {WasteWords.Wall(first.At)}，时间不能晚于它。", "at") : null;
    }

    private static bool IsSame(LedgerLine one, LedgerLine other) => one.Code == other.Code || (other.Id > 0 && one.Id == other.Id);
}
