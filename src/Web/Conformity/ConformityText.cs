using EcoPark.Platform.Conformity;

namespace EcoPark.Web.Conformity;

/// <summary>Verdicts in words, the same on the page and in the reports.</summary>
internal static class ConformityText
{
    public static string Of(Fulfilment verdict) => verdict switch
    {
        Fulfilment.Done => "有数据",
        Fulfilment.Empty => "已建成，未填报",
        Fulfilment.Off => "已关闭",
        _ => "尚未建成",
    };

    public static string Look(Fulfilment verdict) => verdict switch { Fulfilment.Done => "good", Fulfilment.Empty => "waiting", Fulfilment.Off => "offline", _ => "bad" };

    /// <summary>“符合” only where every content has data.</summary>
    public static string Of(ItemState state) => state switch
    {
        { IsOn: false } => "已关闭",
        { IsComplete: true } => "符合",
        _ when state.Contents.All(one => one.Verdict == Fulfilment.NotBuilt) => "尚未建成",
        _ when state.Contents.Any(one => one.Verdict == Fulfilment.NotBuilt) => "部分建成",
        _ => "已建成，待补充",
    };

    public static string Of(ParkClass? parkClass) => parkClass switch { ParkClass.I => "Ⅰ 类", ParkClass.II => "Ⅱ 类", ParkClass.III => "Ⅲ 类", _ => "未选定" };
}
