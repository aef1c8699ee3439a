using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Waste.Watch;

/// <summary>What is late, and whose licence is booked more than once.</summary>
internal static class DeclarationFindings
{
    private const int MostNamed = 6;

    /// <summary>One an enterprise, whatever it owes: whoever begins to register is not told twelve times.</summary>
    public static IEnumerable<Finding> Late(IEnumerable<DeclarationRow> rows)
    {
        foreach (var of in rows.Where(row => row.State == DeclarationRow.Overdue).GroupBy(row => row.EnterpriseId))
        {
            List<DeclarationRow> owed = [.. of.OrderBy(row => row.Declaration.DueOn)];
            var at = ParkWords.End(owed[0].Declaration.DueOn);
            yield return new Finding(WasteAlarms.Undeclared, new AlarmSubject { EnterpriseId = of.Key, Enterprise = owed[0].Enterprise, RecordType = EnterpriseType.Name, RecordId = of.Key, Title = owed[0].Enterprise }, FoundBy: WasteFindings.FoundBy)
            {
                FirstAt = at,
                WorstAt = at,
                LastAt = ParkWords.End(owed[^1].Declaration.DueOn),
                Count = owed.Count,
                Basis = "HJ 1259-2022",
                ClosesItself = true,
                Text = $"{owed[0].Enterprise}（{owed[0].Unit.Title}）有 {owed.Count} 项危废申报（备案）逾期未登记：{string.Join('、', owed.Take(MostNamed).Select(row => $"{row.Declaration.Title}（期限 {ParkWords.Day(row.Declaration.DueOn)}）"))}{(owed.Count > MostNamed ? "等" : "")}。",
            };
        }
    }

    public static IEnumerable<Finding> Overbooked(IEnumerable<DisposerLoad> loads, DateTime now) => loads.Where(load => load.IsOverbooked).Select(load => new Finding(
        WasteAlarms.Overbooked, new AlarmSubject { RecordType = WasteDisposerType.Name, RecordId = load.Disposer.Id, Title = load.Disposer.Name, Unit = "t" }, FoundBy: WasteFindings.FoundBy, Part: string.Create(CultureInfo.InvariantCulture, $"{load.Year}-{load.Part}"))
    {
        FirstAt = now,
        WorstAt = now,
        LastAt = now,
        WorstValue = Math.Max(load.Planned, load.Sent),
        LastValue = Math.Max(load.Planned, load.Sent),
        Limit = load.Allowed,
        Basis = "许可证能力",
        ClosesItself = true,
        Text = $"{load.Disposer.Name} {load.Year} 年{load.Part} {WasteWords.Tonnes(load.Allowed)} t，园区各企业管理计划拟转移 {WasteWords.Tonnes(load.Planned)} t、已转移 {WasteWords.Tonnes(load.Sent)} t，超出许可能力；签订合同前请核实。",
    });
}
