using System.Globalization;
using System.Text;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using EcoPark.Standards.Ldar;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar;

/// <summary>--demo: units of some enterprises with their seals, five rounds of tests, leaks in every stage, and one enterprise that is behind with its tests.</summary>
internal sealed class DemoLdar(DemoRecords records, RecordImport import, RecordService service, RecordTypes types, LeakKeeper keeper, IDbContextFactory<ParkDb> databases, TimeProvider clock) : IDemo
{
    private const int Enterprises = 3;
    private const int SealsPerMachine = 8;

    /// <summary>Days before today on which units were tested; the last enterprise missed the last.</summary>
    private static readonly int[] Rounds = [740, 560, 380, 200, 25];

    /// <summary>Of nine seals that which leaks in a round. Other seals of a unit leak in each; the first of a unit in the last two.</summary>
    private static readonly int[] Leaking = [2, 6, 8, 0, 4];

    private static readonly (string Name, string Fluid, string State)[] Units = [("乙烯氧化装置", "环氧乙烷", "气体"), ("溶剂精制装置", "甲苯", "轻液体")];

    /// <summary>Code, name, kind, and the kinds of its seals in turn.</summary>
    private static readonly (string Code, string Name, string Kind, int[] Seals)[] Machines =
        [("P-101", "进料泵", "泵", [0, 3, 5, 5]), ("R-201", "反应器", "反应器", [2, 3, 5, 7]), ("T-301", "精馏塔", "塔器", [3, 5, 5, 6]), ("L-401", "出料管线", "管线", [3, 4, 5, 5]), ("P-102", "磁力输送泵", "泵", [0, 5, 5, 3])];

    public int Order => 290;

    public async Task PlantMore(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<LdarUnit>().AnyAsync(cancellationToken).ConfigureAwait(false))
            return; // The demo was stopped and started again.
        var enterprises = await db.Set<Enterprise>().AsNoTracking().OrderBy(one => one.Id).Take(Enterprises).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (at, enterprise) in enterprises.Index())
            await Plant(enterprise.Id, enterprise.Name, at, cancellationToken).ConfigureAwait(false);
        await keeper.Keep(cancellationToken).ConfigureAwait(false);
        await Mend(db, cancellationToken).ConfigureAwait(false);
    }

    private async Task Plant(int enterprise, string owner, int at, CancellationToken token)
    {
        var instrument = await records.Add(LdarInstrumentType.Name, new() { ["enterpriseId"] = enterprise, ["serial"] = $"FID-{at + 1:D2}", ["model"] = "便携式 FID（虚构）", ["principle"] = "FID", ["range"] = 100_000, ["verifiedTo"] = Day(-200) }, token).ConfigureAwait(false);
        var rounds = new List<int>();
        foreach (var (number, back) in Rounds.Index())
            rounds.Add(await records.Add(LdarRoundType.Name, new() { ["enterpriseId"] = enterprise, ["name"] = $"第 {number + 1} 轮检测", ["first"] = Day(back + 5), ["last"] = Day(back - 10), ["contractor"] = "示范检测（虚构）" }, token).ConfigureAwait(false));
        var (points, readings) = (new StringBuilder("企业,所属装置,所属设备,密封点编号,密封点名称,密封点类型,位置描述,是否可达,不可达原因,流体名称,物料状态\n"), new StringBuilder("企业,现场检测,密封点,检测时间,仪器检测浓度\n"));
        foreach (var (number, unit) in Units.Index())
        {
            var code = $"U-{number + 1}00";
            var id = await records.Add(LdarUnitType.Name, new() { ["enterpriseId"] = enterprise, ["code"] = code, ["name"] = unit.Name, ["industry"] = at == 0 ? "GB 31571-2015" : null, ["isKeyRegion"] = at == 1, ["sector"] = "石油化工" }, token).ConfigureAwait(false);
            var seals = new List<string>();
            foreach (var machine in Machines)
            {
                var isExempt = machine.Code == "P-102";
                var name = $"{machine.Code}-{number + 1}";
                await records.Add(LdarEquipmentType.Name, new() { ["enterpriseId"] = enterprise, ["unitId"] = id, ["code"] = name, ["name"] = machine.Name, ["kind"] = machine.Kind, ["isExempt"] = isExempt, ["exemptionReason"] = isExempt ? LdarRules.Exemptions[1] : null, ["isLowLeak"] = isExempt }, token).ConfigureAwait(false);
                for (var seal = 0; seal < SealsPerMachine; seal++)
                {
                    var (kind, isClosed, tag) = (SealKind.Names[machine.Seals[seal % machine.Seals.Length]], seal == SealsPerMachine - 1 && machine.Code == "T-301", $"{code}-{machine.Code}-{seal + 1:D3}");
                    points.Append(CultureInfo.InvariantCulture, $"{owner},{code},{name},{tag},{machine.Name}{kind}{seal + 1},{kind},{1 + (seal / 4)} 层 {machine.Name}{(seal % 2 == 0 ? "东" : "西")}侧,{(isClosed ? "否" : "是")},{(isClosed ? "高于作业面 4 m" : "")},{unit.Fluid},{unit.State}\n");
                    if (!isExempt && !isClosed)
                        seals.Add(tag);
                }
            }

            foreach (var (round, back) in Rounds.Index())
            {
                if (at < Enterprises - 1 || round < Rounds.Length - 1)
                    await Survey(enterprise, owner, id, code, instrument, rounds[round], round, back - number, at, seals, readings, token).ConfigureAwait(false);
            }
        }

        await Import(SealPointType.Name, points, token).ConfigureAwait(false);
        await Import(LdarReadingType.Name, readings, token).ConfigureAwait(false);
    }

    private async Task Survey(int enterprise, string owner, int unit, string code, int instrument, int round, int number, int back, int at, List<string> seals, StringBuilder readings, CancellationToken token)
    {
        var (day, survey) = (Day(back), $"XC-{code}-{number + 1}");
        await records.Add(LdarCalibrationType.Name, new() { ["enterpriseId"] = enterprise, ["instrumentId"] = instrument, ["kind"] = "校准", ["at"] = $"{day} 07:50", ["gas"] = "甲烷", ["nominal"] = 500, ["reading"] = 502, ["responseSeconds"] = 8, ["person"] = "（虚构）" }, token).ConfigureAwait(false);
        await records.Add(LdarCalibrationType.Name, new() { ["enterpriseId"] = enterprise, ["instrumentId"] = instrument, ["kind"] = LdarCalibrationType.Drift, ["at"] = $"{day} 17:10", ["gas"] = "甲烷", ["nominal"] = 500, ["reading"] = at == 1 && number == Rounds.Length - 1 ? 431 : 491, ["responseSeconds"] = 9, ["person"] = "（虚构）" }, token).ConfigureAwait(false);
        await records.Add(LdarBackgroundType.Name, new() { ["enterpriseId"] = enterprise, ["unitId"] = unit, ["instrumentId"] = instrument, ["at"] = $"{day} 08:10", ["ppm"] = 3.2, ["person"] = "（虚构）" }, token).ConfigureAwait(false);
        await records.Add(LdarSurveyType.Name, new() { ["enterpriseId"] = enterprise, ["code"] = survey, ["unitId"] = unit, ["roundId"] = round, ["instrumentId"] = instrument, ["calibratedAt"] = $"{day} 07:50", ["calibrationPpm"] = 500, ["day"] = day, ["inspector"] = "（虚构）", ["windSpeed"] = 2.1 }, token).ConfigureAwait(false);
        foreach (var (index, seal) in seals.Index())
        {
            var leaks = index % 9 == Leaking[number] || (index == 0 && number == Rounds.Length - 1);
            var reading = leaks ? 6_500 + (index * 1_900 % 60_000) : 4 + (index * 37 % 180) + (number * 3);
            readings.Append(CultureInfo.InvariantCulture, $"{owner},{survey},{seal},{day} {9 + (index / 12):D2}:{index % 12 * 5:D2},{reading}\n");
        }
    }

    /// <summary>Leaks of the first round are repaired, the third too late; those of the second stand in every stage.</summary>
    private async Task Mend(ParkDb db, CancellationToken token)
    {
        var leaks = await db.Set<LdarRepair>().AsNoTracking().OrderBy(one => one.EnterpriseId).ThenBy(one => one.DetectedAt).ThenBy(one => one.Id).ToListAsync(token).ConfigureAwait(false);
        var instruments = await db.Set<LdarInstrument>().AsNoTracking().ToDictionaryAsync(one => one.EnterpriseId, one => one.Id, token).ConfigureAwait(false);
        foreach (var (number, leak) in leaks.Index())
        {
            var (isOld, at) = (leak.DetectedAt < clock.UtcNow().AddDays(-100), ParkTime.FromUtc(leak.DetectedAt!.Value));
            var values = (isOld ? 0 : number % 5) switch
            {
                0 => Repaired(at, isOld && number % 7 == 2 ? 18 : 2, instruments[leak.EnterpriseId]),
                1 => Repaired(at, 3, null),
                2 => new() { ["firstRepairAt"] = Wall(at.AddDays(2)), ["isDelayed"] = true, ["delayReason"] = LdarRules.DelayReasons[0], ["delayUntil"] = Day(-60), ["delayPlan"] = "停车检修时更换密封（演示）", ["delayFiled"] = Wall(at.AddDays(4))[..10] },
                3 => new() { ["firstRepairAt"] = Wall(at.AddDays(4)), ["method"] = "紧固" },
                _ => new Dictionary<string, object?>(),
            };
            if (values.Count > 0)
                await service.Save(types[LdarRepairType.Name], leak.Id, values, null, null, token).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, object?> Repaired(DateTime at, int days, int? instrument)
    {
        var values = new Dictionary<string, object?> { ["firstRepairAt"] = Wall(at.AddDays(Math.Min(days, 4))), ["repairedAt"] = Wall(at.AddDays(days)), ["method"] = "更换填料", ["repairer"] = "（虚构）" };
        if (instrument is { } with)
            (values["retestAt"], values["retester"], values["retestInstrumentId"], values["retestBackground"], values["retestReading"]) = (Wall(at.AddDays(days).AddHours(1)), "（虚构）", with, 3.1, 62);
        return values;
    }

    private async Task Import(string type, StringBuilder rows, CancellationToken token)
    {
        var report = await import.Import(types[type], new SheetFile("演示.csv", Encoding.UTF8.GetBytes(rows.ToString())), saves: true, takesGoodRows: false, token).ConfigureAwait(false);
        if (!report.IsOk || !report.Value.IsDone)
            throw new InvalidOperationException($"{type}: {(report.IsOk ? string.Join(' ', report.Value.Problems.Take(3).Select(problem => problem.Message)) : report.Problem.Message)}");
    }

    private string Day(int back) => clock.ParkNow().AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Wall(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
