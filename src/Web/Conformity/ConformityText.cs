using EcoPark.Platform.Conformity;

namespace EcoPark.Web.Conformity;

/// <summary>Verdicts in words, the same on the page and in the reports.</summary>
internal static class ConformityText
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Done => "有数据",
        Verdict.Empty => "已建成，未填报",
        Verdict.Off => "已关闭",
        _ => "尚未建成",
    };

    public static string Look(Verdict verdict) => verdict switch { Verdict.Done => "good", Verdict.Empty => "waiting", Verdict.Off => "offline", _ => "bad" };

    /// <summary>“符合” only where every content has data.</summary>
    public static string Of(ItemState state) => state switch
    {
        { IsOn: false } => "已关闭",
        { IsComplete: true } => "符合",
        _ when state.Contents.All(one => one.Verdict == Verdict.NotBuilt) => "尚未建成",
        _ when state.Contents.Any(one => one.Verdict == Verdict.NotBuilt) => "部分建成",
        _ => "已建成，待补充",
    };

    public static string Of(ParkClass? parkClass) => parkClass switch { ParkClass.I => "Ⅰ 类", ParkClass.II => "Ⅱ 类", ParkClass.III => "Ⅲ 类", _ => "未选定" };
}
