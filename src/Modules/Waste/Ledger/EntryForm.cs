using EcoPark.Platform;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>What an entry says wrong by itself.</summary>
internal static class EntryForm
{
    /// <summary>Clocks of those who weigh and of the park differ.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <param name="now">UTC.</param>
    public static Problem? Check(WasteEntry entry, DateTime now)
    {
        if (entry.At > now + Ahead)
            return new("future", $"时间 {WasteWords.Wall(entry.At.Value)} 还没有到，台账只记已发生的。", "at");
        if (entry.Amount is not > 0)
            return new("amount", "数量应大于 0。", "amount");
        if (LedgerStage.CheckCode(entry.Code, entry.Stage, entry.Day) is { } code)
            return new("batch-code", code, "code");
        if (LedgerStage.Before(entry.Stage) is { Count: > 0 } before && entry.SourceCode.Length == 0)
            return new("source", $"{entry.Stage}请填写前序批次编码（{string.Join('或', before.Take(2))}批次）。", "sourceCode");
        if (entry.Stage == LedgerStage.Generated && entry.SourceCode.Length > 0)
            return new("source", "产生没有前序批次，请不要填写。", "sourceCode");
        if (entry.StoreId is null == LedgerStage.IsStored(entry.Stage))
            return LedgerStage.IsStored(entry.Stage) ? new("store", $"{entry.Stage}请选择贮存设施。", "storeId") : new("store", $"{entry.Stage}不填贮存设施。", "storeId");
        var isSent = LedgerStage.Sent.Contains(entry.Stage);
        if (entry.DisposerId is null == isSent)
            return isSent ? new("disposer", $"{entry.Stage}请选择接收单位。", "disposerId") : new("disposer", $"{entry.Stage}不填接收单位。", "disposerId");
        return null;
    }
}
