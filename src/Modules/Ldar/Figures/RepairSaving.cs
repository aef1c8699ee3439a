using System.Globalization;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>A leak that was measured again below its limit, as far as what its repair saves follows from it.</summary>
/// <param name="FirstNet">When it was detected, μmol/mol.</param>
/// <param name="RetestNet">After the repair, μmol/mol.</param>
/// <param name="RetestAt">UTC.</param>
/// <param name="NextAt">First test of the seal after the re-test, UTC.</param>
/// <param name="EndsAt">The seal is out of service since then, UTC.</param>
/// <param name="Scale">Share of the time that the unit runs, times VOC of TOC.</param>
public sealed record MendedLeak(
    int RepairId, int SealPointId, string Code, int EnterpriseId, string Enterprise, int UnitId, string Unit, SealKind Kind, FluidState State, LdarSector Sector, double FirstNet, double RetestNet, DateTime RetestAt, DateTime? NextAt, DateTime? EndsAt, double Scale);

/// <summary>What a repair saves in a period: the rate by the value that was found less the rate by the re-test, from the re-test to the next test of the seal.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
/// <param name="IsTested">Somebody has tested the seal at <paramref name="To"/>; else it is assumed to have stayed as the re-test found it.</param>
public sealed record RepairSaving(MendedLeak Leak, DateTime From, DateTime To, bool IsTested, LeakRate Before, LeakRate After)
{
    /// <summary>A seal that nobody tests again is not counted for longer.</summary>
    public const int MostYears = 3;

    /// <summary>As people read it.</summary>
    public static readonly string Rule = $"修复减排 =（检出时的排放速率 − 复测的排放速率）× 小时数 × 运行时间比例 × VOCs/TOC；速率按核算方程（{LeakRates.Source}，待核对）";

    /// <summary>What nobody measured.</summary>
    public static readonly string Assumption = $"小时数从复测算到该点下次检测；还没有再检测的算到统计期末（不晚于现在），假定其间保持复测时的状态、不修复则一直按检出时泄漏，最多算 {MostYears} 年";

    public double Hours => (To - From).TotalHours;

    /// <summary>VOC, kg.</summary>
    public double Kilograms => (Before.KilogramsPerHour - After.KilogramsPerHour) * Hours * Leak.Scale;

    /// <summary>“(0.0048 − 0.0001) kg/h × 720 h”, with both equations.</summary>
    public string Equation => string.Create(CultureInfo.InvariantCulture, $"（检出 {Before.Equation}；复测 {After.Equation}）× {Hours:0.#} h{(Leak.Scale == 1 ? "" : $" × {Leak.Scale:0.####}（运行时间比例 × VOCs/TOC）")}");

    public string Until => IsTested ? $"到 {LdarWords.Wall(To)} 下次检测" : $"到 {LdarWords.Wall(To)}，其间没有再检测，假定状态不变";

    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, not after now.</param>
    /// <returns><see langword="null"/> where it saves nothing in the period.</returns>
    public static RepairSaving? Of(MendedLeak leak, DateTime from, DateTime to)
    {
        DateTime[] ends = [to, leak.NextAt ?? to, leak.EndsAt ?? to, leak.RetestAt.AddYears(MostYears)];
        var (begin, end) = (leak.RetestAt > from ? leak.RetestAt : from, ends.Min());
        return end <= begin ? null : new(leak, begin, end, end == leak.NextAt, LeakRates.OfReading(leak.Sector, leak.Kind, leak.State, leak.FirstNet), LeakRates.OfReading(leak.Sector, leak.Kind, leak.State, leak.RetestNet));
    }
}
