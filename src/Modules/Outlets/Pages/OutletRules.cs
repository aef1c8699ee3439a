using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Pages;

/// <summary>Which rules the figures of a page rest on, so that every page says the same.</summary>
internal static class OutletRules
{
    public static string Hours(Outlet outlet) => outlet.IsGas
        ? $"小时均值至少 45 分钟有效（HJ 76-2017 附录 B）；{DataMarks.Basis.Shown}。折算：实测 ×（21 − 基准氧）/（21 − 实测氧）。排放量：{Emission.Basis.Shown}。缺失的 SO₂、NOx、颗粒物排放量按 HJ 75-2017 替代，浓度不替代；有手工监测的小时用手工监测值（{ManualMonitoring.GasBasis.Shown}），不计入捕集率、均值与判定。"
        : $"{DataMarks.Basis.Shown}。排放量：{Emission.Basis.Shown}。{OutOfControl.WaterBasis.Shown}。{ManualMonitoring.WaterBasis.Shown}。小时值只供参考，废水按日均值（流量加权）判定，pH 按小时判定。";

    public static string Days(Outlet outlet) => outlet.IsGas
        ? "日均值至少 20 个有效小时、月均值至少 25 个有效日（2 月 23 个，HJ 76-2017 附录 B）；月、年为日之和。"
        : $"日均值按流量加权，有效数不少于应得数的 75 %（HJ 356-2019，待核对）。{WaterReplacement.Basis.Shown}。";

    public static string Rates => $"{EffectiveTransmissionRate.Basis.Shown}；{CaptureRate.Basis.Shown}；{CaptureRate.Demand.Shown}。按小时均值计，停运小时不计。";
}
