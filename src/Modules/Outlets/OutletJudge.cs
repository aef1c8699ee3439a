using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Modules.Outlets;

/// <summary>Asks the one judgement on behalf of an outlet: the permit's limit in force on the day. Flue gas is judged by the hour at the reference oxygen, waste water by the day, pH by the hour.</summary>
public static class OutletJudge
{
    /// <summary>Whether the hours of a factor decide; hours of waste water are an indication only.</summary>
    public static bool IsByHour(Outlet outlet, string factor) => PermitJudge.Decides(outlet.Point.Kind, factor) == Interval.Hour;

    /// <summary>Null where the hour is not valid, stands under a filed start or stop, or the permit has no limit.</summary>
    public static Verdict? Hour(Outlet outlet, Channel channel, in FactorHour hour, DateTime time, DateOnly day, ControlHistory control) =>
        hour.Judged(outlet.Corrects(channel.FactorCode)) is { } value && !control.IsStartOrStop(time) && Judge(outlet, channel, value, Averaging.Hour, day) is { } verdict
            ? verdict with { IsIndicative = !IsByHour(outlet, channel.FactorCode) } : null;

    /// <summary>A day's mean; null where it is not valid or the permit has no limit.</summary>
    public static Verdict? Day(Outlet outlet, Channel channel, Days.OutletDay day) =>
        day.IsValid && (outlet.Corrects(channel.FactorCode) ? day.Corrected : day.Mean) is { } value && JudgementRequest.ValueOf(value) is { } figure
            ? Judge(outlet, channel, figure, Averaging.Day, day.Day) is { } verdict ? verdict with { IsIndicative = IsByHour(outlet, channel.FactorCode) } : null : null;

    /// <summary>The limit that an hour of a factor is set against, in the channel's unit; null where there is none, or none in a unit that can be brought into the channel's.</summary>
    public static (double Value, Verdict Verdict)? HourLimit(Outlet outlet, Channel channel, DateOnly day) =>
        Judge(outlet, channel, 0m, Averaging.Hour, day) is { Limit: { Upper: { } upper } limit } verdict
        && UnitConversion.Convert(upper, limit.Unit, Unit.Of(channel.Unit), FactorTable.Find(channel.FactorCode, outlet.Medium)?.MolarMass, GasState.Of(outlet.Medium, day)) is { } value ? ((double)value, verdict) : null;

    private static Verdict? Judge(Outlet outlet, Channel channel, decimal value, Averaging averaging, DateOnly day) =>
        outlet.LimitOn(channel.FactorCode, day) is not { } known ? null
            : PermitJudge.Judge(PermitJudge.LimitOf(known, outlet.Medium, averaging), channel.FactorCode, channel.Unit, value, averaging, day);
}
