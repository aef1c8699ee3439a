using EcoPark.Modules.Waste.Kinds;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Disposers;

/// <summary>Why a disposer may not take a waste.</summary>
/// <param name="Code">Stable, in causes of alarms.</param>
/// <param name="Text">Chinese.</param>
public sealed record DisposerFault(string Code, string Text);

/// <summary>Holds a transfer against the licence of who received it.</summary>
internal static class DisposerJudge
{
    /// <summary>The first fault; <see langword="null"/> where it was right that day.</summary>
    /// <param name="day">Day the waste left.</param>
    public static DisposerFault? Of(WasteDisposer disposer, WasteKind kind, DateOnly day)
    {
        if (disposer.IsCapable != true)
            return new("incapable", $"{disposer.Name}未经核实具备资质或能力");
        if (kind.Class != WasteWords.Hazardous || disposer.Kind == WasteDisposerType.Exempt)
            return null;
        if (disposer.Kind != WasteDisposerType.Licensed || disposer.LicenceNumber.Length == 0)
            return new("unlicensed", $"{disposer.Name}没有危险废物经营许可证");
        if (day < disposer.ValidFrom || day > disposer.ValidTo)
            return new("expired", $"{disposer.Name}的许可证 {disposer.LicenceNumber} 当日（{WasteWords.Day(day)}）不在有效期 {WasteWords.Day(disposer.ValidFrom)} 至 {WasteWords.Day(disposer.ValidTo)} 内");
        return disposer.Scope.Exists(row => HazardousWastes.Covers(row.Code, kind.Code)) ? null
            : new("scope", $"{kind.Code} 不在{disposer.Name}许可证 {disposer.LicenceNumber} 的范围内（{string.Join('、', disposer.Scope.Select(row => row.Code))}）");
    }
}
