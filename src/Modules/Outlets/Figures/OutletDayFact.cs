using System.Globalization;
using System.Linq.Expressions;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Reports.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Figures;

/// <summary>Days of outlets for people's own statistics: what <see cref="OutletDay"/> holds, judged and replaced already.</summary>
internal static class OutletDayFact
{
    public const string Key = "outlet-days";

    internal const string Outlet = "outlet";
    private const string Kind = "kind";
    private const string Unknown = "（未备案）";

    public static FactType Create() => new DbFact<OutletDay>
    {
        Key = Key,
        Title = "排口日数据",
        Chapter = Chapter.Title,
        Permission = OutletPermissions.View,
        Basis = "一个排口的一个因子一天为一条，按园区的日历日；均值、有效性、判定和排放量取平台日数据（HJ 75、HJ 356），不另行判定",
        Time = DbTime.Day<OutletDay>(day => day.Day),
        Columns = new Dictionary<string, LambdaExpression>
        {
            [EnterpriseDimensions.Enterprise] = (OutletDay day) => day.EnterpriseId,
            [Outlet] = (OutletDay day) => day.PointId,
            [Dimension.FactorKey] = (OutletDay day) => day.Factor,
        },
        Numbers = new Dictionary<string, Expression<Func<OutletDay, double?>>>
        {
            ["concentration"] = day => day.IsValid ? day.Mean : null,
            ["corrected"] = day => day.IsValid ? day.Corrected : null,
            ["mass"] = day => day.Kilograms,
            ["replaced"] = day => day.Replaced,
            ["volume"] = day => day.Volume,
            ["over"] = day => day.Judged == 0 ? null : day.Over > 0 ? 1 : 0,
            ["missing"] = day => day.Missing,
            ["valid-days"] = day => day.Hours == day.Stopped ? null : day.IsValid ? 1 : 0,
            [Quantity.RowsKey] = _ => 1,
        },
        Dimensions =
        [
            .. EnterpriseDimensions.All(EnterpriseDimensions.Enterprise),
            new(Outlet, "排口", Outlet, (services, points, token) => Outlets(services, points, outlet => (outlet.Id.ToString(), outlet.Name), token)),
            new(Kind, "排口类型", Outlet, (services, points, token) => Outlets(services, points, outlet => outlet.Kind.Length > 0 ? (outlet.Kind, outlet.Kind) : ("none", Unknown), token)),
            new(Dimension.FactorKey, "因子", Dimension.FactorKey, Factors),
        ],
        Quantities =
        [
            new("concentration", "日均浓度", Quantity.Measured) { IsOfFactor = true, HasUnitOfFactor = true, CountUnit = "天", Excluded = "无效或没有均值", Basis = "有效日均值的统计，各日同权（平均值不按流量加权）；废水日均值本身按流量加权" },
            new("corrected", "日均折算浓度", Quantity.Measured) { IsOfFactor = true, HasUnitOfFactor = true, CountUnit = "天", Excluded = "无效或不折算", Basis = "按备案的基准氧含量折算的有效日均值" },
            new("mass", "排放量", Quantity.Amount) { IsOfFactor = true, Unit = "kg", Decimals = 3, CountUnit = "天", Excluded = "没有排放量", Basis = "含按规则替代和手工监测的部分；既无有效数据又不能替代的小时没有排放量，合计偏低，见“缺失小时”" },
            new("replaced", "替代排放量", [Aggregate.Sum]) { IsOfFactor = true, Unit = "kg", Decimals = 3 },
            new("volume", "排水（气）量", Quantity.Amount) { IsOfFactor = true, Unit = "m³", Decimals = 0, CountUnit = "天", Excluded = "没有流量", Basis = "一个排口各因子的水（气）量相同，故只能按单个因子统计" },
            Quantity.Share("over", "超标判定", "超标率", "超标天数", "可判定天数", "天") with { Excluded = "没有限值或没有可判定的数据", Basis = "一个排口的一个因子一天算一次：当天有超过许可限值的判定即为超标，与“达标情况”一致" },
            new("missing", "缺失小时", [Aggregate.Sum]) { Unit = "h", Decimals = 0 },
            Quantity.Share("valid-days", "有效天", "有效天比例", "有效天数", "应测天数", "天") with { Excluded = "全天停运", Basis = "当天有效小时数足以成立日均值的为有效天" },
            Quantity.Rows("日数据条数"),
        ],
        Plan = new("mass", "计划为排污许可证的年许可排放量，按排口现在的企业", PermittedTotals.Read),
        Href = Rows,
    };

    private static string? Rows(DrillPlace place)
    {
        if (place.One(Outlet) is not { } outlet)
            return place.IsBy(EnterpriseDimensions.Enterprise) && place.One(EnterpriseDimensions.Enterprise) is { } enterprise and not "0" ? $"/enterprises/{enterprise}?tab=outlets" : null;
        return string.Create(CultureInfo.InvariantCulture, $"/outlets/{outlet}/emissions?by=day&range=custom&from={place.First:yyyy-MM-dd}&to={place.Last:yyyy-MM-dd}{(place.One(Dimension.FactorKey) is { } factor ? "&factor=" + Uri.EscapeDataString(factor) : "")}");
    }

    private static async Task<IReadOnlyList<Member>> Outlets(IServiceProvider services, IReadOnlyCollection<string>? points, Func<Outlet, (string Key, string Title)> of, CancellationToken cancellationToken) =>
    [
        .. (await services.GetRequiredService<OutletBook>().All(cancellationToken).ConfigureAwait(false)).Where(outlet => points is null || points.Contains(outlet.Id.ToString()))
            .Select(outlet => (outlet.Id, Member: of(outlet))).Select(one => new Member(one.Id.ToString(), one.Member.Key, one.Member.Title)),
    ];

    /// <summary>With the units that outlets within the actor's scope have them in.</summary>
    private static async Task<IReadOnlyList<Member>> Factors(IServiceProvider services, IReadOnlyCollection<string>? codes, CancellationToken cancellationToken) =>
    [
        .. (await services.GetRequiredService<OutletBook>().All(cancellationToken).ConfigureAwait(false)).SelectMany(outlet => outlet.Followed).Where(channel => codes is null || codes.Contains(channel.FactorCode))
            .GroupBy(channel => channel.FactorCode).OrderBy(same => same.Min(channel => channel.SortOrder)).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new Member(same.Key, same.Key, same.First().Name) { Units = [.. same.Select(channel => channel.Unit).Distinct()], Decimals = same.Max(channel => channel.Decimals) }),
    ];
}
