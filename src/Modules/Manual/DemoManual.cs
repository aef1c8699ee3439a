using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Modules.Manual.Sources;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual;

/// <summary>--demo: points, plans and a year of reports of some enterprises, with a month that nobody measured, results below detection, one over its limit and one report that waits for the park.</summary>
internal sealed class DemoManual(DemoRecords records, ReportDesk desk, IPermitBook permits, IDbContextFactory<ParkDb> databases, TimeProvider clock) : IDemo
{
    private const int Enterprises = 3;
    private const int Months = 7;

    /// <summary>Factor, unit, usual value, detection limit.</summary>
    private static readonly (string Factor, string Unit, double Usual, double Limit)[] Water = [("w01018", "mg/L", 48, 4), ("w21003", "mg/L", 3.3, 0.025), ("w21011", "mg/L", 0.3, 0.01)];

    private static readonly (string Factor, string Unit, double Usual, double Limit)[] Gas = [("a24088", "mg/m³", 14, 0.07), ("a34013", "mg/m³", 4.6, 1)];

    private static readonly (string Factor, string Unit, double Usual, double Limit)[] Fence = [("a24088", "mg/m³", 0.9, 0.07), ("a25002", "mg/m³", 0.02, 0.0015)];

    public int Order => 280;

    public async Task PlantMore(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<ManualPoint>().AnyAsync(cancellationToken).ConfigureAwait(false))
            return; // The demo was stopped and started again.
        var laboratory = await records.Add(LaboratoryType.Name, new() { ["name"] = "示范检测（虚构）", ["certificate"] = "CMA-000000000000", ["validFrom"] = "2022-01-01", ["validTo"] = "2028-12-31", ["scope"] = "水和废水、空气和废气、噪声" }, cancellationToken).ConfigureAwait(false);
        var outlets = (await permits.Read(cancellationToken).ConfigureAwait(false)).Outlets.ToLookup(outlet => outlet.EnterpriseId);
        var enterprises = await db.Set<Enterprise>().AsNoTracking().OrderBy(one => one.Id).Take(Enterprises).Select(one => new { one.Id, one.Longitude, one.Latitude }).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (at, place) in enterprises.Index())
            await Plant(place.Id, (place.Longitude, place.Latitude), at, laboratory, outlets[place.Id].FirstOrDefault(one => one.Code == "DW001")?.Id.Value, outlets[place.Id].FirstOrDefault(one => one.Code == "DA001")?.Id.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task Plant(int enterprise, (double? East, double? North) middle, int at, int laboratory, int? water, int? gas, CancellationToken token)
    {
        var first = new DateOnly(clock.ParkNow().Year, clock.ParkNow().Month, 1).AddMonths(-Months);
        var places = new List<(int Id, (string Factor, string Unit, double Usual, double Limit)[] Factors, double Flow)>
        {
            (await Point(enterprise, "DW001", "废水总排口", PointKinds.WasteWater, water, null, token).ConfigureAwait(false), Water, 42),
            (await Point(enterprise, "DA001", "废气排口", PointKinds.FlueGas, gas, null, token).ConfigureAwait(false), Gas, 18_500),
            (await Point(enterprise, "厂界下风向1#", "厂界下风向1#", PointKinds.FenceLine, null, (middle.East - 0.0021, middle.North + 0.0013), token).ConfigureAwait(false), Fence, 0),
            (await Point(enterprise, "厂界下风向2#", "厂界下风向2#", PointKinds.FenceLine, null, (middle.East - 0.0008, middle.North + 0.0019), token).ConfigureAwait(false), Fence, 0),
        };
        foreach (var place in places)
        {
            foreach (var factor in place.Factors)
                await records.Add(ManualPlanType.Name, new() { ["enterpriseId"] = enterprise, ["pointId"] = place.Id, ["factor"] = factor.Factor, ["times"] = 1, ["per"] = place.Flow > 0 ? "月" : "季", ["from"] = Text(first), ["basis"] = "排污许可证；HJ 819-2017" }, token).ConfigureAwait(false);
        }

        await Sources(enterprise, at, first, token).ConfigureAwait(false);
        for (var month = 0; month <= Months; month++)
        {
            // One enterprise left a month out; the present month is still to come for another.
            if ((at == 1 && month == 4) || (at == 2 && month == Months))
                continue;
            await Month(enterprise, at, month, first.AddMonths(month), laboratory, places, token).ConfigureAwait(false);
        }
    }

    /// <summary>Looked at in time but for one that nobody has and one whose fault is not put right.</summary>
    private async Task Sources(int enterprise, int at, DateOnly first, CancellationToken token)
    {
        (string Code, string Name, string Kind, string Material, string Control, int Months)[] sources =
        [
            ("V-101", "原料罐 V-101", "储罐", "甲苯", "浮顶", 3), ("LU-01", "装车台", "转移和输送（装卸）", "甲苯", "气相平衡", 3), ("WW-01", "污水调节池", "废水集输和处理（敞开液面）", "VOCs、硫化氢", "加盖", 1),
            ("CT-01", "循环水塔", FugitiveSourceType.CoolingWater, "VOCs", FugitiveSourceType.Uncontrolled, 6),
        ];
        var today = DateOnly.FromDateTime(clock.ParkNow());
        foreach (var (number, source) in sources.Index())
        {
            var id = await records.Add(FugitiveSourceType.Name, new()
            {
                ["enterpriseId"] = enterprise,
                ["code"] = source.Code,
                ["name"] = source.Name,
                ["kind"] = source.Kind,
                ["material"] = source.Material,
                ["control"] = source.Control,
                ["cycleMonths"] = source.Months,
                ["since"] = Text(first),
                ["note"] = source.Control == FugitiveSourceType.Uncontrolled ? "开式循环，按周期检测 TOC" : null,
            }, token).ConfigureAwait(false);
            if (at == 2 && number == 1)
                continue;
            var values = new Dictionary<string, object?> { ["enterpriseId"] = enterprise, ["sourceId"] = id, ["day"] = Text(today.AddDays(-12)), ["inspector"] = "（虚构）", ["verdict"] = FugitiveInspectionType.Right };
            if (source.Kind == FugitiveSourceType.CoolingWater)
                (values["tocIn"], values["tocOut"]) = (8.2, 8.4);
            if (at == 1 && number == 2)
                (values["verdict"], values["fault"], values["dueOn"]) = (FugitiveInspectionType.Wrong, "盖板破损两处，有异味", Text(today.AddDays(-2)));
            await records.Add(FugitiveInspectionType.Name, values, token).ConfigureAwait(false);
        }
    }

    private async Task Month(int enterprise, int at, int month, DateOnly first, int laboratory, List<(int Id, (string Factor, string Unit, double Usual, double Limit)[] Factors, double Flow)> places, CancellationToken token)
    {
        var day = first.AddDays(month == Months ? 0 : 9);
        if (day > DateOnly.FromDateTime(clock.ParkNow().AddDays(-1)))
            return; // The first of the month: nothing of it has been measured yet.
        var report = await records.Add(ManualReportType.Name, new() { ["enterpriseId"] = enterprise, ["number"] = $"SF-{first:yyyyMM}-{at + 1:D2}", ["kind"] = ManualReportType.Own, ["laboratoryId"] = laboratory, ["issuedOn"] = Text(day) }, token).ConfigureAwait(false);
        foreach (var (number, place) in places.Index())
        {
            if (place.Flow == 0 && month % 3 != 1)
                continue;
            foreach (var (which, factor) in place.Factors.Index())
            {
                for (var sample = 1; sample <= (number == 0 ? 3 : 1); sample++)
                    await Result(enterprise, report, place.Id, place.Flow, factor, day, sample, Value(at, month, number, which, sample, factor.Usual), token).ConfigureAwait(false);
            }

            if (place.Flow > 0)
                await records.Add(ManualOperationType.Name, new() { ["enterpriseId"] = enterprise, ["pointId"] = place.Id, ["month"] = Text(first), ["hours"] = number == 1 ? 640 : null, ["volume"] = number == 0 ? 28_000 : null }, token).ConfigureAwait(false);
        }

        if (at != 0 || month < Months)
        {
            await desk.Approve(report, token).ConfigureAwait(false);
            return;
        }

        using var turn = Actor.As(Actor.Current with { EnterpriseId = enterprise, Name = "企业环保员" });
        await desk.Submit(report, token).ConfigureAwait(false);
    }

    /// <summary>Around the usual; the third enterprise's non-methane hydrocarbons are over once, and benzene is mostly not detected.</summary>
    private static double Value(int at, int month, int place, int factor, int sample, double usual) =>
        at == 2 && month == 5 && place == 1 && factor == 0 ? 83.4 : place >= 2 && factor == 1 && month % 2 == 1 ? 0 : Math.Round(usual * (1 + (0.25 * Math.Sin((month * 1.3) + at + place + factor + (sample * 0.4)))), 3);

    private Task Result(int enterprise, int report, int point, double flow, (string Factor, string Unit, double Usual, double Limit) factor, DateOnly day, int sample, double value, CancellationToken token) => records.Add(ManualSampleType.Name, new()
    {
        ["enterpriseId"] = enterprise,
        ["reportId"] = report,
        ["pointId"] = point,
        ["factor"] = factor.Factor,
        ["at"] = $"{Text(day)} {8 + (sample * 2):D2}:00",
        ["sample"] = sample,
        ["reported"] = value == 0 ? "<" + factor.Limit.ToString(CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture),
        ["unit"] = factor.Unit,
        ["flow"] = flow > 0 ? flow : null,
    }, token);

    /// <param name="fence">Place of a point at the fence, which is judged by the standard of its industry.</param>
    private Task<int> Point(int enterprise, string code, string name, string kind, int? outlet, (double? East, double? North)? fence, CancellationToken token) => records.Add(ManualPointType.Name, new()
    {
        ["enterpriseId"] = enterprise,
        ["code"] = code,
        ["name"] = name,
        ["kind"] = kind,
        ["permitOutletId"] = outlet,
        ["standard"] = fence is null ? "" : "GB 31571-2015",
        ["standardClass"] = fence is null ? "" : "企业边界",
        ["longitude"] = fence?.East,
        ["latitude"] = fence?.North,
    }, token);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
