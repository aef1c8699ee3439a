using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Platform.Time;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Watch;

/// <summary>What left the plant in a day for one receiver.</summary>
internal sealed record SentDay(int EnterpriseId, int KindId, int DisposerId, DateOnly Day, double Tonnes);

/// <summary>What is wrong with what has left the plants.</summary>
internal static class TransferFindings
{
    /// <summary>One a month of a waste, a receiver and a fault.</summary>
    public static IEnumerable<Finding> OfDisposers(IEnumerable<SentDay> sent, IReadOnlyDictionary<int, WasteKind> kinds, IReadOnlyDictionary<int, WasteDisposer> disposers, Func<int, string> enterprise)
    {
        var faults = from one in sent
                     where kinds.ContainsKey(one.KindId) && disposers.ContainsKey(one.DisposerId)
                     let fault = DisposerJudge.Of(disposers[one.DisposerId], kinds[one.KindId], one.Day)
                     where fault is not null
                     group (one, fault) by (one.KindId, one.DisposerId, fault.Code, one.Day.Year, one.Day.Month);
        foreach (var fault in faults)
        {
            var (days, kind) = (fault.OrderBy(one => one.one.Day).ToList(), kinds[fault.Key.KindId]);
            var (first, last) = (ParkTime.ToUtc(days[0].one.Day.ToDateTime(TimeOnly.MinValue)), ParkTime.ToUtc(days[^1].one.Day.ToDateTime(TimeOnly.MinValue)));
            var name = enterprise(kind.EnterpriseId);
            yield return new Finding(WasteAlarms.Disposer, WasteFindings.Subject(kind, name), FoundBy: WasteFindings.FoundBy, Part: string.Create(CultureInfo.InvariantCulture, $"{fault.Key.DisposerId}-{fault.Key.Code}-{fault.Key.Year}{fault.Key.Month:D2}"))
            {
                FirstAt = first,
                WorstAt = first,
                LastAt = last,
                Count = days.Count,
                Text = string.Create(CultureInfo.InvariantCulture, $"{name} {kind.Name}（{(kind.Code.Length > 0 ? kind.Code : kind.GeneralCode)}）{fault.Key.Year} 年 {fault.Key.Month} 月委外 {WasteWords.Tonnes(Math.Round(days.Sum(one => one.one.Tonnes), 6))} t：{days[0].fault.Text}。"),
            };
        }
    }

    public static Finding? OfManifest(WasteManifest manifest, string enterprise, string disposer, double tolerancePercent, WorkingDays days, DateTime now)
    {
        var subject = new AlarmSubject { EnterpriseId = manifest.EnterpriseId, Enterprise = enterprise, RecordType = WasteManifestType.Name, RecordId = manifest.Id, Title = manifest.Number, Unit = "t", Decimals = 4 };
        Finding Found(AlarmType type, DateTime at, string text) => new(type, subject, FoundBy: WasteFindings.FoundBy) { FirstAt = at, WorstAt = at, LastAt = at, Text = text };
        if (manifest.SignedAt is not { } signed)
        {
            var due = ManifestForm.Due(manifest, days);
            return due > now ? null : Found(WasteAlarms.Unreceived, due, string.Create(CultureInfo.InvariantCulture,
                $"{enterprise}联单 {manifest.Number} 于 {WasteWords.Wall(manifest.ArrivedAt ?? manifest.LeftAt!.Value)} {(manifest.ArrivedAt is null ? "出厂" : "运抵")}，{disposer}{WasteRules.ReceiptWorkingDays} 个工作日内没有确认接收，共 {WasteWords.Tonnes(manifest.Sent)} t。"));
        }

        if (ManifestForm.StateOf(manifest) == ManifestForm.Refused)
            return Found(WasteAlarms.Weight, signed, $"{enterprise}联单 {manifest.Number} 被{disposer}拒收，共 {WasteWords.Tonnes(manifest.Sent)} t。");
        return ManifestForm.Deviation(manifest) is not { } deviation || Math.Abs(deviation) * 100 <= tolerancePercent + 1e-9 ? null : Found(WasteAlarms.Weight, signed, string.Create(CultureInfo.InvariantCulture,
            $"{enterprise}联单 {manifest.Number}：移出 {WasteWords.Tonnes(manifest.Sent)} t，{disposer}接收 {WasteWords.Tonnes(manifest.Received)} t，相差 {WasteWords.Tonnes(manifest.Difference)} t（{deviation:0.0 %}），超过称量误差 {tolerancePercent:0.##} %。"));
    }
}
