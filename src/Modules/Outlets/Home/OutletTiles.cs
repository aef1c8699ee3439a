using System.Globalization;
using EcoPark.Modules.Outlets.Compliance;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Pages;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Time;
using EcoPark.Web.Home;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Home;

/// <summary>What the overview says of outlets.</summary>
internal static class OutletTiles
{
    private const int MostLines = 6;

    /// <summary>What is summed over days is not read anew every half minute.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services)
    {
        Add(services, "实时超标", "/outlets?f.state=over", Over, [Desk.Duty, Desk.Field, Desk.Enterprise], 100);
        Add(services, "本企业排口现状", "/outlets/mine", Mine, [Desk.Enterprise], 610, isList: true);
        Add(services, "许可量超前", "/outlets/emissions?f.pace=ahead", Totals, [Desk.Duty, Desk.Direction, Desk.Enterprise], 630, isList: true, Slow);
        Add(services, "配额超前", "/outlets/quotas", Quotas, [Desk.Duty, Desk.Enterprise], 640, isList: true, Slow);
        Add(services, "传输有效率低于 90 %", "/outlets/transmission?low=1", LowRates, [Desk.Duty, Desk.Direction], 140, every: Slow);
        Add(services, "本月达标率", "/outlets/compliance?f.span=month", (provider, token) => Rate(provider, "month", token), [Desk.Direction, Desk.Enterprise], 110, every: Slow);
        Add(services, "本年达标率", "/outlets/compliance?f.span=year", (provider, token) => Rate(provider, "year", token), [Desk.Direction], 120, every: Slow);
        Add(services, "企业排名（本年日达标率）", "/outlets/compliance?f.span=year", Ranking, [Desk.Direction], 600, isList: true, Slow);
    }

    private static void Add(
        IServiceCollection services, string title, string href, Func<IServiceProvider, CancellationToken, Task<TileValue>> read, IReadOnlyList<Desk> desks, int order, bool isList = false, TimeSpan? every = null) =>
        services.AddSingleton(new HomeTile(title, href, OutletPermissions.View, read) { Desks = desks, Order = order, IsList = isList, Every = every ?? TimeSpan.FromSeconds(30) });

    private static async Task<TileValue> Over(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var all = await Now(provider, cancellationToken).ConfigureAwait(false);
        var (over, silent) = (all.Count(one => one.IsOver), all.Count(one => one.State is OutletState.OffLine or OutletState.NoLogger));
        return all.Count == 0 ? new TileValue("—") { Note = "还没有自动监测排口" }
            : silent == all.Count ? new TileValue("现状不明", IsBad: true) { Note = $"{all.Count} 个排口都离线或未接" }
            : TileValue.Of(over, "个排口") with { Note = silent > 0 ? $"共 {all.Count} 个，{silent} 个离线或未接，现状不明" : $"共 {all.Count} 个" };
    }

    private static async Task<TileValue> Mine(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var all = await Now(provider, cancellationToken).ConfigureAwait(false);
        return new TileValue($"{all.Count} 个", all.Any(one => one.IsOver))
        {
            Count = all.Count,
            Lines = [.. OutletOrder.WorstFirst(all).Take(MostLines).Select(Line)],
            Note = all.Count > MostLines ? $"另有 {all.Count - MostLines} 个" : all.Count == 0 ? "没有自动监测排口" : "",
        };
    }

    private static TileLine Line(LiveOutlet one)
    {
        var over = one.Factors.Where(factor => factor.IsOver).ToList();
        return new TileLine(one.Outlet.Name, over.Count > 0 ? $"{string.Join('、', over.Select(factor => factor.Channel.Name))} 超标 ▲" : OutletStates.Of(one.State), OutletsPage.Href(one.Outlet))
        {
            IsBad = over.Count > 0 || one.State == OutletState.OffLine,
            Note = string.Join("，", one.Factors.Where(factor => factor.Standing.Verdict is not null).Select(LiveText.Of)),
        };
    }

    private static async Task<TileValue> Totals(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var rows = await provider.GetRequiredService<PermitUse>().Read(Today(provider).Year, cancellationToken).ConfigureAwait(false);
        var limited = rows.Where(row => row.Share is not null).ToList();
        if (limited.Count == 0)
            return new TileValue("—") { Note = "没有许可总量可对照，或还没有排放量" };
        return TileValue.Of(limited.Count(row => row.IsAhead), "项") with
        {
            Lines =
            [
                .. limited.OrderByDescending(row => row.Share!.Share).Take(MostLines).Select(row => new TileLine($"{row.Outlet.Name} {row.Name}", OutletWords.Share(row.Share!.Share), $"/outlets/{row.Outlet.Id}/emissions")
                {
                    Share = row.Share.Share, Pace = row.Pace, IsBad = row.IsAhead,
                }),
            ],
            Note = $"本年已过 {OutletWords.Share(limited[0].Pace)}（竖线）；共 {limited.Count} 项",
        };
    }

    private static async Task<TileValue> Quotas(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var today = Today(provider);
        var running = (await provider.GetRequiredService<QuotaReader>().Read(null, isCurrent: true, cancellationToken).ConfigureAwait(false)).Where(state => state.IsRunning(today)).ToList();
        return TileValue.Of(running.Count(state => state.IsAhead(today)), "项") with
        {
            Lines =
            [
                .. running.OrderByDescending(state => state.Share).Take(MostLines).Select(state => new TileLine($"{state.Outlet} {state.Quota.CardNumber}", OutletWords.Share(state.Share), $"/outlets/{state.Point}/quota")
                {
                    Share = state.Share, Pace = state.Pace(today), IsBad = state.IsAhead(today),
                }),
            ],
            Note = running.Count == 0 ? "没有生效的配额" : $"竖线为期限已过的部分；共 {running.Count} 项",
        };
    }

    private static async Task<TileValue> LowRates(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var today = Today(provider);
        var outlets = await provider.GetRequiredService<OutletBook>().All(cancellationToken).ConfigureAwait(false);
        var counts = (await provider.GetRequiredService<TransmissionReader>().Read([.. outlets.Select(outlet => outlet.Id)], new DateOnly(today.Year, today.Month, 1), today, cancellationToken).ConfigureAwait(false))
            .GroupBy(one => one.Point).Select(TransmissionReader.Sum).ToList();
        var missing = outlets.Count - counts.Count;
        return counts.Count == 0 ? new TileValue("—") { Note = "本月没有日数据" } : TileValue.Of(counts.Count(one => one.IsLow), "个排口") with { Note = $"本月，共 {counts.Count} 个{(missing > 0 ? $"；{missing} 个没有日数据" : "")}" };
    }

    private static async Task<TileValue> Rate(IServiceProvider provider, string key, CancellationToken cancellationToken)
    {
        var span = ComplianceSpan.All(Today(provider)).Single(one => one.Key == key);
        var reader = provider.GetRequiredService<ComplianceReader>();
        var (now, before) = (await reader.ByEnterprise(span.First, span.Last, cancellationToken).ConfigureAwait(false), await reader.ByEnterprise(span.YearBefore.First, span.YearBefore.Last, cancellationToken).ConfigureAwait(false));
        var (rate, earlier) = (RateOf(now), RateOf(before));
        var change = rate - earlier;
        return new TileValue(OutletWords.Share(rate), rate < earlier)
        {
            Note = rate is null ? $"{span.Title}没有可判定的数据" : change is null ? $"{span.Title}，{now.Sum(one => one.Days)} 个因子·日；上年同期没有数据" : string.Create(CultureInfo.InvariantCulture, $"{span.Title}，{now.Sum(one => one.Days)} 个因子·日；上年同期 {OutletWords.Share(earlier)}，{(change >= 0 ? "升" : "降")} {Math.Abs(change.Value) * 100:0.0} 个百分点"),
        };
    }

    private static async Task<TileValue> Ranking(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var span = ComplianceSpan.All(Today(provider)).Single(one => one.Key == "year");
        var all = await provider.GetRequiredService<ComplianceReader>().ByEnterprise(span.First, span.Last, cancellationToken).ConfigureAwait(false);
        return new TileValue($"{all.Count} 家")
        {
            Count = all.Count,
            Lines = [.. all.Take(MostLines).Select(one => new TileLine(one.Enterprise, OutletWords.Share(one.Rate), one.EnterpriseId > 0 ? $"/enterprises/{one.EnterpriseId}?tab=outlets" : "/outlets") { Note = $"{one.Days} 个因子·日，超标 {one.Over}", IsBad = one.Over > 0 })],
            Note = all.Count == 0 ? "没有可判定的数据" : "最差的在前",
        };
    }

    private static double? RateOf(IReadOnlyList<EnterpriseCompliance> all) => EnterpriseCompliance.RateOf(all.Sum(one => one.Days), all.Sum(one => one.Over));

    private static async Task<IReadOnlyList<LiveOutlet>> Now(IServiceProvider provider, CancellationToken cancellationToken) =>
        [.. (await provider.GetRequiredService<OutletBook>().All(cancellationToken).ConfigureAwait(false)).Select(provider.GetRequiredService<OutletLive>().Of)];

    private static DateOnly Today(IServiceProvider provider) => DateOnly.FromDateTime(provider.GetRequiredService<TimeProvider>().ParkNow());
}
