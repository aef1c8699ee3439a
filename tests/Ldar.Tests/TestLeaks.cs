using System.Globalization;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Time;

namespace EcoPark.Ldar.Tests;

/// <summary>A unit with a valve that a survey of 2 March 2026 visits.</summary>
internal static class TestLeaks
{
    public static readonly LdarUnit Unit = new() { Id = 1, EnterpriseId = 4, Code = "U-100", Name = "乙烯装置", Sector = "石油化工" };

    public static readonly LdarInstrument Fid = new() { Id = 3, EnterpriseId = 4, Serial = "FID-01", Range = 50_000, VerifiedTo = new(2026, 12, 31) };

    public static readonly LdarSurvey Survey = new() { Id = 5, EnterpriseId = 4, Code = "XC-1", UnitId = 1, InstrumentId = 3, Day = new(2026, 3, 2), CalibratedAt = At("2026-03-02 08:00"), CalibrationPpm = 500 };

    public static SealPoint Valve(int id = 7) => new() { Id = id, EnterpriseId = 4, UnitId = 1, EquipmentId = 2, Code = $"V-{id}", Name = "进料阀", Kind = "阀门", State = "气体", Fluid = "乙烯", IsAccessible = true };

    public static LdarReading Reading(double reading, string at = "2026-03-02 10:00") => new() { Id = 9, EnterpriseId = 4, SurveyId = 5, SealPointId = 7, At = At(at), Reading = reading };

    /// <summary>A background of 3.5 at 9 o'clock.</summary>
    public static ReadingGround Ground(SealPoint? point = null, LdarUnit? unit = null, params BackgroundValue[] backgrounds) => new(Survey, unit ?? Unit, Fid, point ?? Valve(), backgrounds.Length > 0 ? backgrounds : [new(At("2026-03-02 09:00"), 3.5)]);

    /// <summary>Found on 2 March with 8000 above a limit of 5000.</summary>
    public static LdarRepair Repair(Action<LdarRepair>? more = null)
    {
        var repair = new LdarRepair { Id = 11, EnterpriseId = 4, SealPointId = 7, EquipmentId = 2, PointCode = "V-7", DetectedAt = At("2026-03-02 10:00"), FirstNet = 8_000, Limit = 5_000 };
        more?.Invoke(repair);
        LdarRepairType.Create().Work(repair);
        return repair;
    }

    public static void Mend(LdarRepair repair, string at) => (repair.RepairedAt, repair.Method, repair.Repairer) = (At(at), "紧固", "李四");

    public static void Retest(LdarRepair repair, string at, double reading) => (repair.RetestAt, repair.Retester, repair.RetestInstrumentId, repair.RetestBackground, repair.RetestReading) = (At(at), "王五", 3, 3, reading);

    public static void Delay(LdarRepair repair, int year, int month, int day) => (repair.IsDelayed, repair.DelayReason, repair.DelayUntil, repair.DelayPlan) = (true, "须停车（工）才能修复", new DateOnly(year, month, day), "停车时更换");

    public static DateTime At(string wall) => ParkTime.ToUtc(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
