namespace EcoPark.Modules.Ldar.Figures;

/// <summary>What the repairs of a unit, an enterprise or a year save.</summary>
/// <param name="Kilograms">VOC, kg.</param>
/// <param name="Yuan">Its value; <see langword="null"/> without a price.</param>
public sealed record SavingSum(string Enterprise, string Unit, string Year, int Repairs, double Kilograms, double? Yuan);

/// <summary>What repairs save in a period.</summary>
/// <param name="YuanPerTonne">As set by the park; <see langword="null"/> where it is not.</param>
/// <param name="Repairs">Those that save most first.</param>
/// <param name="Units">All of them, also those without a repair.</param>
/// <param name="Years">Of the calendar, the latest first.</param>
public sealed record SavingSet(DateOnly First, DateOnly Last, double? YuanPerTonne, IReadOnlyList<RepairSaving> Repairs, IReadOnlyList<SavingSum> Units, IReadOnlyList<SavingSum> Enterprises, IReadOnlyList<SavingSum> Years)
{
    /// <summary>Said where there is no price.</summary>
    public const string WithoutPrice = $"没有设置产品价格，金额不计；在服务器配置 {LdarSettings.PriceName} 中填写每吨产品（物料）的价格（元/t）后即有";

    public static readonly SavingSet None = new(default, default, null, [], [], [], []);

    public double Kilograms => Repairs.Sum(one => one.Kilograms);

    public double? Yuan => YuanPerTonne is { } price ? Kilograms / 1_000 * price : null;
}
