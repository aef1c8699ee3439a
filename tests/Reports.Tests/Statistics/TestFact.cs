using EcoPark.Platform.Security;
using EcoPark.Reports.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Reports.Tests.Statistics;

/// <summary>A row of the invented data; null where it does not count.</summary>
internal sealed record TestRow(string Enterprise, string Factor, DateOnly Day, double? Value, double? Mass = null, bool? IsOver = null);

/// <summary>A small fact whose figures are known.</summary>
internal static class TestFact
{
    public const string Permission = "test.view";

    public static readonly DateOnly Today = new(2026, 11, 28);

    /// <summary>
    /// Enterprises 1 and 2 are of industry C26, 3 of C30. COD of 1 in October 2026: 10, 20, (not valid), 60; November: 40; of 2 in October: 30; of 3 in October: 5. In October 2025: 1 had 20 and 40.
    /// Ammonia of 1 in October: 1, in μg/L where the unit of 3 is told from another outlet.
    /// </summary>
    public static readonly TestRow[] Rows =
    [
        new("1", "cod", new(2026, 10, 1), 10, 1, false), new("1", "cod", new(2026, 10, 2), 20, 2, false), new("1", "cod", new(2026, 10, 3), null, 3), new("1", "cod", new(2026, 10, 31), 60, 4, true),
        new("1", "cod", new(2026, 11, 1), 40, 5, false), new("2", "cod", new(2026, 10, 15), 30, 6, true), new("3", "cod", new(2026, 10, 15), 5, 7, false),
        new("1", "nh3", new(2026, 10, 1), 1, 0.1, false), new("1", "cod", new(2025, 10, 1), 20, 8, true), new("1", "cod", new(2025, 10, 31), 40, 9, false),
    ];

    private static readonly Member[] Enterprises = [new("1", "1", "甲公司"), new("2", "2", "乙公司"), new("3", "3", "丙公司")];
    private static readonly Member[] Industries = [new("1", "C26", "化工"), new("2", "C26", "化工"), new("3", "C30", "水泥")];

    public static FactType Of(IReadOnlyList<TestRow> rows, params string[] units) => new ReadFact<TestRow>
    {
        Key = "test",
        Title = "测试数据",
        Chapter = "测试",
        Permission = Permission,
        Basis = "测试用",
        Read = (_, _, _) => Task.FromResult<Platform.Outcome<IReadOnlyList<TestRow>>>(rows.Where(row => Actor.Current.EnterpriseId is not { } own || row.Enterprise == $"{own}").ToList()),
        Day = row => row.Day,
        Columns = new Dictionary<string, Func<TestRow, string>> { ["enterprise"] = row => row.Enterprise, ["factor"] = row => row.Factor },
        Numbers = new Dictionary<string, Func<TestRow, double?>> { ["value"] = row => row.Value, ["mass"] = row => row.Mass, ["over"] = row => row.IsOver is { } isOver ? isOver ? 1 : 0 : null, ["rows"] = _ => 1 },
        Dimensions =
        [
            new("enterprise", "企业", "enterprise", (_, columns, _) => Task.FromResult<IReadOnlyList<Member>>([.. Enterprises.Where(one => columns is null || columns.Contains(one.Column))])),
            new("industry", "行业", "enterprise", (_, columns, _) => Task.FromResult<IReadOnlyList<Member>>([.. Industries.Where(one => columns is null || columns.Contains(one.Column))])),
            new("factor", "因子", "factor", (_, _, _) => Task.FromResult<IReadOnlyList<Member>>([new("cod", "cod", "化学需氧量") { Units = units.Length > 0 ? units : ["mg/L"], Decimals = 1 }, new("nh3", "nh3", "氨氮") { Units = ["μg/L"], Decimals = 2 }])),
        ],
        Quantities =
        [
            new("value", "浓度", Quantity.Measured) { IsOfFactor = true, HasUnitOfFactor = true, Excluded = "无效" }, new("mass", "排放量", Quantity.Amount) { IsOfFactor = true, Unit = "kg" },
            Quantity.Share("over", "超标", "超标率", "超标天数", "判定天数"), Quantity.Rows("条数"),
        ],
        // 100 kg a year for each of the first two enterprises.
        Plan = new("mass", "测试计划", (_, request, _) => Task.FromResult<IReadOnlyList<FactGroup>>([.. new[] { "1", "2" }.Where(one => request.Filters.All(filter => filter.Column != "enterprise" || filter.Values.Contains(one)))
            .Select(one => new FactGroup(new FactKey(request.Columns.Count > 0 ? one : "", "", "", request.Grain is null ? 0 : 2026), 1, 1, 100, null, null))])),
        Href = place => place.IsBy("enterprise", "factor") ? $"/rows?e={place.One("enterprise")}&from={place.First:yyyy-MM-dd}&to={place.Last:yyyy-MM-dd}" : null,
    };

    public static StatisticDesk Desk(FactType? fact = null) => new(new FactBook([fact ?? Of(Rows)]), new ServiceCollection().BuildServiceProvider(), new Clock());

    public static Actor Person(int? enterprise = null) => TestReports.Of(enterprise, ReportPermissions.View, Permission);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 28, 4, 0, 0, TimeSpan.Zero);
    }
}
