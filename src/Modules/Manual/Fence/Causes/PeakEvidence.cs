using System.Globalization;
using EcoPark.Platform.Geometry;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Fence.Causes;

/// <summary>An hour at the point, with the wind.</summary>
/// <param name="Value"><see langword="null"/> where there is no valid one.</param>
/// <param name="From">Degrees that the wind comes from.</param>
public sealed record EvidenceHour(DateTime At, double? Value, double? Speed, double? From);

/// <summary>Data of an enterprise that show a factor.</summary>
/// <param name="Kind">排污许可, 自动监测 …</param>
/// <param name="Where">Outlet, project, text.</param>
public sealed record FactorSource(string Kind, string Where);

/// <summary>An enterprise that it may come from.</summary>
/// <param name="Metres">From the point to its boundary, or its place where it has none.</param>
/// <param name="Bearing">Degrees in which its middle lies as seen from the point.</param>
/// <param name="Upwind">Hours in which the wind came from there.</param>
/// <param name="Listed">Kinds of data that show the factor, and where; <see langword="null"/> where nobody looked, because others are likelier.</param>
/// <param name="AlsoSeen">Its own fence points that saw a peak at the time.</param>
/// <param name="IsOwner">The point is its.</param>
public sealed record PeakCandidate(int EnterpriseId, string Name, double Metres, double Bearing, int Upwind, IReadOnlyList<FactorSource>? Listed, IReadOnlyList<string> AlsoSeen, bool IsOwner);

/// <summary>What is known of some hours at a fence: a hint where to look, no verdict.</summary>
/// <param name="Usual">Above which hours of the 30 days before count as a peak; <see langword="null"/> where there were too few.</param>
/// <param name="WindSource">Empty where nobody measured the wind.</param>
/// <param name="Candidates">The likeliest first.</param>
public sealed record PeakEvidence(
    int ChannelId, string Enterprise, string Point, string FactorCode, string Factor, string Unit, DateTime From, DateTime To, double? Usual, string WindSource, IReadOnlyList<EvidenceHour> Hours, IReadOnlyList<PeakCandidate> Candidates)
{
    /// <summary>Hours whose wind has a direction.</summary>
    public int Windy => Hours.Count(hour => IsWindy(hour));

    public EvidenceHour? Highest => Hours.Where(hour => hour.Value is not null).MaxBy(hour => hour.Value);

    internal static bool IsWindy(EvidenceHour hour) => hour is { Speed: >= WindPairs.Calm, From: not null };

    /// <summary>The wind of an hour comes from where something lies.</summary>
    internal static bool IsFrom(EvidenceHour hour, double bearing) => IsWindy(hour) && Math.Abs(((hour.From!.Value - bearing + 540) % 360) - 180) <= WindPairs.HalfSector + 1e-6;

    public string Place => ManualWords.Place(Enterprise, Point);

    /// <summary>The sheet as it is fixed: the same for everybody that gets it, and of nobody else. Of a neighbour it says what kinds of data name the factor, and no more.</summary>
    public string Text(IReadOnlyCollection<int> enterprises)
    {
        var lines = new List<string>
        {
            $"点位：{Place}；因子：{Factor}（{Unit}）；时段：{ParkWords.Wall(From)} 至 {ParkWords.Wall(To)}，有效 {Hours.Count(hour => hour.Value is not null)} 小时。",
            $"最高 {ManualWords.Worked(Highest?.Value)}（{ParkWords.Wall(Highest?.At)}）；平时上界 {ManualWords.Worked(Usual)}（前 30 天，平台筛查规则）。",
            $"逐小时：{string.Join("；", Hours.Select(hour => $"{ParkWords.Wall(hour.At)[5..]} {ManualWords.Worked(hour.Value)}，{Wind(hour)}"))}。",
            WindSource.Length > 0 ? $"风取自“{WindSource}”，有风向的 {Windy} 小时。" : "没有点位测风，不能按风向比较。",
            "可能来源（来风方向两侧 45° 内计为上风向；是查找线索，不是判定）：",
        };
        lines.AddRange(Candidates.Where(one => enterprises.Contains(one.EnterpriseId)).Select((one, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {one.Name}{(one.IsOwner ? "（点位所属企业）" : "")}：在测点{GeoShape.Direction(one.Bearing)}方 {one.Metres:0} m，{Windy} 小时中 {one.Upwind} 小时处于上风向；该因子见于：{(one.Listed is null ? "未查" : one.Listed.Count > 0 ? string.Join("、", one.Listed.Select(shown => shown.Kind).Distinct()) : "平台数据中没有")}；自有厂界点位同时段的峰值 {one.AlsoSeen.Count} 个。")));
        lines.Add("以上企业收到的证据相同。");
        return string.Join('\n', lines);
    }

    internal static string Wind(EvidenceHour hour) => hour switch
    {
        { Speed: < WindPairs.Calm } => "静风",
        { Speed: { } speed, From: { } from } => string.Create(CultureInfo.InvariantCulture, $"风向 {from:0}°、{speed:0.0} m/s"),
        _ => "无风数据",
    };
}
