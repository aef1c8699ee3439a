using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Waste.Watch;

/// <summary>What is wrong with generation and stores. A cause is one step of one thing, so that who has closed an alarm at 80 % is told again at 90 %.</summary>
internal static class WasteFindings
{
    /// <summary>See <see cref="AlarmCause"/>.</summary>
    public const string FoundBy = "waste";

    /// <param name="reachedOn">Day on which the year's generation came to so much of it.</param>
    public static Finding? OverPermit(KindFigures figures, IReadOnlyList<int> steps, Func<double, DateOnly> reachedOn)
    {
        if (figures.Kind.Maximum is not { } maximum || figures.Share is not { } share || StepOf(share, steps) is not { } step)
            return null;
        var at = Midnight(reachedOn(maximum * step / 100));
        var pace = figures.Outlook is { } outlook ? string.Create(CultureInfo.InvariantCulture, $"按今年以来日均 {WasteWords.Tonnes(Math.Round(outlook.PerDay, 4))} t，预计 {outlook.On:yyyy-MM-dd} 达到许可量。") : "";
        var how = share > 1 ? "超过" : share >= 1 ? "达到" : "接近";
        return new Finding(WasteAlarms.OverPermit, Subject(figures.Kind, figures.Enterprise) with { Unit = "t", Decimals = 4 }, FoundBy: FoundBy, Part: string.Create(CultureInfo.InvariantCulture, $"{figures.Year}-{step}"))
        {
            Level = LevelOf(step),
            FirstAt = at,
            WorstAt = at,
            LastAt = at,
            WorstValue = figures.Generated,
            LastValue = figures.Generated,
            Limit = maximum,
            Basis = $"{figures.Kind.MaximumBasis}最大产生量",
            ClosesItself = true,
            Text = $"{figures.Enterprise} {figures.Kind.Name} {figures.Year} 年已产生 {WasteWords.Tonnes(figures.Generated)} t，{how}最大许可产生量 {WasteWords.Tonnes(maximum)} t（{WasteWords.Share(double.IsFinite(share) ? share : null)}）。{pace}",
        };
    }

    public static IEnumerable<Finding> OfStore(StoreFigures store, WasteSettings settings, DateTime now)
    {
        foreach (var kind in store.Kinds)
        {
            if (kind.Oldest is not { } oldest || kind.LongestDays is not { } most || kind.DayShare is not { } share || StepOf(share, settings.StorageSteps) is not { } step)
                continue;
            var at = oldest.At.AddDays((double)most * step / 100);
            yield return new Finding(WasteAlarms.StoredTooLong, Subject(kind.Kind, store.Enterprise), FoundBy: FoundBy, Part: string.Create(CultureInfo.InvariantCulture, $"{store.Store.Id}-{oldest.Code}-{step}"))
            {
                Level = LevelOf(step),
                FirstAt = at,
                WorstAt = at,
                LastAt = at,
                ClosesItself = true,
                Text = string.Create(CultureInfo.InvariantCulture, $"{store.Enterprise} {store.Store.Name}的{kind.Kind.Name}批次 {oldest.Code} 自 {WasteWords.Wall(oldest.At)} 起已存 {kind.Days} 天，{(kind.Days > most ? "超过" : "接近")}贮存期限 {most} 天，尚余 {WasteWords.Tonnes(oldest.Left)} t。"),
            };
        }

        if (store.Share is { } full && StepOf(full, settings.CapacitySteps) is { } level)
        {
            yield return new Finding(WasteAlarms.StoreFull, new AlarmSubject { EnterpriseId = store.Store.EnterpriseId, Enterprise = store.Enterprise, RecordType = WasteStoreType.Name, RecordId = store.Store.Id, Title = store.Store.Name, Unit = "t" }, FoundBy: FoundBy, Part: level.ToString(CultureInfo.InvariantCulture))
            {
                Level = LevelOf(level),
                FirstAt = now,
                WorstAt = now,
                LastAt = now,
                WorstValue = store.Tonnes,
                LastValue = store.Tonnes,
                Limit = store.Store.Capacity,
                Basis = "设计贮存能力",
                ClosesItself = true,
                Text = $"{store.Enterprise} {store.Store.Name}库存 {WasteWords.Tonnes(store.Tonnes)} t，为设计能力 {WasteWords.Tonnes(store.Store.Capacity)} t 的 {WasteWords.Share(full)}。",
            };
        }
    }

    /// <summary>The highest step that a share has come to.</summary>
    internal static int? StepOf(double share, IReadOnlyList<int> steps) => steps.Where(step => share * 100 >= step - 1e-9).Select(step => (int?)step).Max();

    internal static AlarmSubject Subject(WasteKind kind, string enterprise) => new() { EnterpriseId = kind.EnterpriseId, Enterprise = enterprise, RecordType = WasteKindType.Name, RecordId = kind.Id, Title = kind.Name };

    private static AlarmLevel LevelOf(int step) => step >= 100 ? AlarmLevel.Red : step >= 90 ? AlarmLevel.Orange : AlarmLevel.Yellow;

    private static DateTime Midnight(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
