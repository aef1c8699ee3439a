namespace EcoPark.Modules.Waste.Figures;

/// <summary>What the ledger has of a waste at a link in a month.</summary>
/// <param name="Month">yyyyMM.</param>
/// <param name="DisposerId">Who received it, of what left the plant.</param>
public sealed record WasteSum(int EnterpriseId, int KindId, string Stage, int Month, int? DisposerId, double Tonnes, int Count)
{
    public int Year => Month / 100;

    public int MonthOfYear => Month % 100;
}

/// <summary>What a store holds of a waste: all that came in, less all that went out.</summary>
public sealed record WasteStock(int EnterpriseId, int KindId, int StoreId, double Tonnes);

/// <summary>A batch that something is still to become of.</summary>
/// <param name="At">UTC.</param>
/// <param name="Left">t.</param>
public sealed record OpenBatch(int Id, int EnterpriseId, string Enterprise, int KindId, string Kind, string Stage, string Code, DateTime At, int? StoreId, int? DisposerId, double Amount, double Left)
{
    public int DaysUntil(DateTime now) => Math.Max(0, (int)(now - At).TotalDays);
}
