using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Pollutants;

/// <summary>--demo: lists of some enterprises, one pollutant that left the list, and yearly declarations; what the others have stays proposed.</summary>
internal sealed class DemoPollutants(DemoRecords records, IDbContextFactory<ParkDb> databases, TimeProvider clock) : IDemo
{
    private const int Enterprises = 4;

    /// <summary>Element, code, feature, standard, limit, unit, kg a year.</summary>
    private static readonly (string Element, string Code, string Feature, string Standard, double Limit, string Unit, double Kilograms)[] Listed =
    [
        (PollutantTrace.Air, "a24088", "isMuch", "GB 31571-2015", 120, "mg/m³", 2_640), (PollutantTrace.Air, "a25002", "isToxic", "GB 31571-2015", 4, "mg/m³", 38), (PollutantTrace.Air, "a24003", "isToxic", "GB 31571-2015", 100, "mg/m³", 210),
        (PollutantTrace.Air, "甲硫醇", "isOdorous", "", 0, "", 4.2), (PollutantTrace.Water, "w21016", "isToxic", "GB 31571-2015", 0.5, "mg/L", 6.4), (PollutantTrace.Water, "苯胺类", "isTypical", "GB 8978-1996", 1, "mg/L", 22),
        (PollutantTrace.Ground, "苯", "isTypical", "GB 36600-2018", 4, "mg/kg", 0),
    ];

    public int Order => 310;

    public async Task PlantMore(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<CharacteristicPollutant>().AnyAsync(cancellationToken).ConfigureAwait(false))
            return; // The demo was stopped and started again.
        var year = clock.ParkNow().Year;
        var enterprises = await db.Set<Enterprise>().AsNoTracking().OrderBy(one => one.Id).Take(Enterprises).Select(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (at, enterprise) in enterprises.Index())
        {
            // Each has another part of the list, so that some pollutants tell of one alone.
            foreach (var (which, one) in Listed.Index().Where(one => (one.Index + at) % Enterprises != 0 || one.Index < 2))
            {
                var left = at == 1 && which == 4;
                var id = await records.Add(PollutantType.Name, new()
                {
                    ["enterpriseId"] = enterprise,
                    ["element"] = one.Element,
                    ["code"] = one.Code,
                    [one.Feature] = true,
                    ["source"] = "环评文件",
                    ["evidence"] = "演示数据",
                    ["standard"] = one.Limit > 0 ? one.Standard : "",
                    ["limit"] = one.Limit > 0 ? one.Limit : null,
                    ["unit"] = one.Limit > 0 ? one.Unit : "",
                    ["since"] = year - 2,
                    ["until"] = left ? year - 1 : null,
                    ["untilWhy"] = left ? "停用含氰原料" : "",
                }, cancellationToken).ConfigureAwait(false);
                foreach (var back in one.Kilograms > 0 && !(at == 2 && which == 3) ? new[] { 2, 1, 0 }.Where(back => !left || back > 0) : [])
                    await records.Add(PollutantYearType.Name, new() { ["enterpriseId"] = enterprise, ["pollutantId"] = id, ["year"] = year - back, ["kilograms"] = Math.Round(one.Kilograms * (1 + (0.2 * Math.Sin(at + which + (back * 0.7)))), 2), ["concentration"] = one.Limit > 0 ? Math.Round(one.Limit * (0.12 + (0.03 * Math.Sin(at + which + back))), 4) : null, ["unit"] = one.Unit, ["basis"] = "产排污系数" }, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
