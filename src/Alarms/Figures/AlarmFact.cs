using System.Globalization;
using System.Linq.Expressions;
using EcoPark.Alarms.Endpoints;
using EcoPark.Platform.Data;
using EcoPark.Reports.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Alarms.Figures;

/// <summary>Alarms for people's own statistics.</summary>
internal static class AlarmFact
{
    public const string Key = "alarms";

    private const string None = "（无）";

    public static FactType Create() => new DbFact<Alarm>
    {
        Key = Key,
        Title = "报警",
        Chapter = "报警",
        Permission = AlarmPermissions.View,
        Basis = "一次报警为一条，按首个读数的时间归入园区的日历日；关闭前再次触发的仍是同一条",
        Time = DbTime.Instant<Alarm>(alarm => alarm.FirstAt),
        Columns = new Dictionary<string, LambdaExpression>
        {
            [AlarmQuery.Enterprise] = (Alarm alarm) => alarm.EnterpriseId,
            [AlarmQuery.Category] = (Alarm alarm) => alarm.Category,
            [AlarmQuery.Kind] = (Alarm alarm) => alarm.Kind,
            [AlarmQuery.Level] = (Alarm alarm) => (int)alarm.Level,
            [AlarmQuery.State] = (Alarm alarm) => (int)alarm.State,
            [AlarmQuery.Point] = (Alarm alarm) => alarm.PointId ?? 0,
            [AlarmQuery.Factor] = (Alarm alarm) => alarm.FactorCode,
            ["reason"] = (Alarm alarm) => alarm.Reason,
        },
        Numbers = new Dictionary<string, Expression<Func<Alarm, double?>>>
        {
            [Quantity.RowsKey] = _ => 1,
            ["handled"] = alarm => alarm.State == AlarmState.Handled || alarm.State == AlarmState.Closed ? 1 : 0,
            ["raises"] = alarm => alarm.Raises,
            ["readings"] = alarm => alarm.Count,
        },
        Dimensions =
        [
            .. EnterpriseDimensions.All(AlarmQuery.Enterprise),
            new(AlarmQuery.Category, "记录", AlarmQuery.Category, (services, _, _) => Task.FromResult<IReadOnlyList<Member>>([.. Types(services).Categories.Select(one => new Member(one.Key, one.Key, one.Title))])),
            new(AlarmQuery.Kind, "类型", AlarmQuery.Kind, (services, _, _) => Task.FromResult<IReadOnlyList<Member>>([.. Types(services).All.Select(one => new Member(one.Name, one.Name, one.Title))])),
            Dimension.Of(AlarmQuery.Level, "级别", AlarmQuery.Level, Enum.GetValues<AlarmLevel>().Select(level => (Number((int)level), AlarmWords.Of(level)))),
            Dimension.Of(AlarmQuery.State, "状态", AlarmQuery.State, Enum.GetValues<AlarmState>().Select(state => (Number((int)state), AlarmWords.Of(state)))),
            new(AlarmQuery.Point, "点位", AlarmQuery.Point, Points),
            new(AlarmQuery.Factor, "因子", AlarmQuery.Factor, Factors),
            new("reason", "原因类别", "reason", Reasons),
        ],
        Quantities =
        [
            Quantity.Rows("报警数"), Quantity.Share("handled", "处置", "处置率", "已处置数", "报警数", "条"),
            new("raises", "报警次数", [Aggregate.Sum]) { Unit = "次", Decimals = 0, Basis = "含关闭前再次触发" }, new("readings", "读数", [Aggregate.Sum]) { Unit = "个", Decimals = 0, Basis = "表明报警的读数" },
        ],
        Href = Rows,
    };

    private static string? Rows(DrillPlace place)
    {
        string[] filters = [AlarmQuery.Enterprise, AlarmQuery.Category, AlarmQuery.Kind, AlarmQuery.Level, AlarmQuery.State, AlarmQuery.Point, AlarmQuery.Factor];
        // The list knows no filter for what has no point and no factor.
        if (!place.IsBy(filters) || place.One(AlarmQuery.Point) == "0" || place.One(AlarmQuery.Factor) is { Length: 0 })
            return null;
        List<KeyValuePair<string, string?>> parts = [new("f." + AlarmQuery.Days, string.Create(CultureInfo.InvariantCulture, $"{place.First:yyyy-MM-dd}..{place.Last:yyyy-MM-dd}"))];
        foreach (var filter in filters)
        {
            var value = place.One(filter);
            var given = filter switch
            {
                AlarmQuery.Level when value is not null => Enum.Parse<AlarmLevel>(value).ToString(),
                AlarmQuery.State => value is null ? AlarmQuery.All : Enum.Parse<AlarmState>(value).ToString(),
                _ => value,
            };
            if (given is not null)
                parts.Add(new("f." + filter, given));
        }

        return "/alarms" + QueryString.Create(parts);
    }

    private static AlarmTypes Types(IServiceProvider services) => services.GetRequiredService<AlarmTypes>();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>By the names that alarms bear: those of the time when they were raised, the newest of them.</summary>
    private static async Task<IReadOnlyList<Member>> Points(IServiceProvider services, IReadOnlyCollection<string>? points, CancellationToken cancellationToken)
    {
        await using var db = await Open(services, cancellationToken).ConfigureAwait(false);
        var named = await db.Set<Alarm>().AsNoTracking().GroupBy(alarm => alarm.PointId ?? 0).Select(same => new { Id = same.Key, Name = same.Max(alarm => alarm.Point) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. named.Where(one => points is null || points.Contains(Number(one.Id))).OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new Member(Number(one.Id), Number(one.Id), one.Id == 0 ? None : one.Name ?? ""))];
    }

    private static async Task<IReadOnlyList<Member>> Factors(IServiceProvider services, IReadOnlyCollection<string>? codes, CancellationToken cancellationToken)
    {
        await using var db = await Open(services, cancellationToken).ConfigureAwait(false);
        var named = await db.Set<Alarm>().AsNoTracking().GroupBy(alarm => alarm.FactorCode).Select(same => new { Code = same.Key, Name = same.Max(alarm => alarm.Factor) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. named.Where(one => codes is null || codes.Contains(one.Code)).OrderBy(one => one.Code, StringComparer.Ordinal).Select(one => new Member(one.Code, one.Code, one.Code.Length == 0 ? None : one.Name ?? one.Code))];
    }

    private static async Task<IReadOnlyList<Member>> Reasons(IServiceProvider services, IReadOnlyCollection<string>? reasons, CancellationToken cancellationToken)
    {
        await using var db = await Open(services, cancellationToken).ConfigureAwait(false);
        var known = await db.Set<Alarm>().AsNoTracking().Select(alarm => alarm.Reason).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. known.Where(one => reasons is null || reasons.Contains(one)).Order(StringComparer.Ordinal).Select(one => new Member(one, one, one.Length == 0 ? "（未填）" : one))];
    }

    private static Task<ParkDb> Open(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
}
