using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Modules.Outlets.Quotas;

namespace EcoPark.Modules.Outlets.Endpoints;

/// <summary>An outlet for programs. Its id is that of the monitoring point.</summary>
internal sealed record OutletAnswer(int Id, string Name, string Kind, int EnterpriseId, string Enterprise, bool IsFiled, int? PermitOutletId, string PermitOutlet, bool IsLinkedByName, decimal? ReferenceOxygen, string OxygenBasis, string State, DateTime? NewestAt)
{
    public static OutletAnswer Of(LiveOutlet live) => new(
        live.Outlet.Id.Value, live.Outlet.Name, live.Outlet.Kind, live.Outlet.EnterpriseId, live.Outlet.Enterprise, live.Outlet.Filing is not null, live.Outlet.Link.Outlet?.Id.Value, live.Outlet.Link.Outlet?.Name ?? "", live.Outlet.Link.IsByName,
        live.Outlet.Oxygen?.Percent, live.Outlet.Oxygen?.Basis ?? "", live.State.ToString(), live.NewestAt);
}

/// <summary>One factor in one hour; masses in kg, concentrations in the unit of the channel; manual is the concentration by hand that the mass was worked out of.</summary>
internal sealed record FactorHourAnswer(
    string Factor, string Name, string Unit, decimal? Measured, decimal? Corrected, string Mark, bool IsValid, string Why, decimal? Kilograms, decimal? LoggedKilograms, bool IsReplaced, string ReplacedBy, decimal? Manual, string ManualSource,
    string? Outcome, string? Standard, string? Limit, decimal? Multiple, bool IsIndicative);

/// <summary>One hour; flow in m³/h as masses need it (flue gas: dry, standard), oxygen in %.</summary>
internal sealed record HourAnswer(DateTime Time, decimal? Flow, decimal? LoggedVolume, decimal? Oxygen, bool IsStopped, IReadOnlyList<FactorHourAnswer> Factors)
{
    public static IEnumerable<HourAnswer> Of(OutletPeriod period)
    {
        var hours = period.Hours;
        for (var hour = 0; hour < hours.Count; hour++)
        {
            var at = hour;
            yield return new HourAnswer(hours.TimeOf(at), hours.Flow[at], hours.LoggedVolume[at], hours.Oxygen[at], hours.IsStopped[at], [.. period.Outlet.Followed.Select(channel =>
            {
                var one = hours.Factors[channel.FactorCode][at];
                var verdict = OutletJudge.Hour(period.Outlet, channel, one, hours.TimeOf(at), hours.DayOf(at), period.Control);
                return new FactorHourAnswer(
                    channel.FactorCode, channel.Name, channel.Unit, one.Measured, Rounded(one.Corrected), one.Mark.ToString(), one.IsValid, one.Why, Rounded(one.Kilograms), Rounded(one.LoggedKilograms), one.ReplacedBy is not null && one.Kilograms is not null, one.ReplacedBy?.Basis.Shown ?? "", Rounded(one.Manual?.Value), one.Manual?.Source ?? "",
                    verdict?.Outcome.ToString(), verdict?.StandardNumber, verdict?.LimitText, verdict?.ExceedanceMultiple, verdict?.IsIndicative == true);
            })]);
        }
    }

    private static decimal? Rounded(decimal? value) => value is { } number ? decimal.Round(number, 6) : null;
}

/// <summary>A factor over a period; rates are shares 0…1.</summary>
internal sealed record FactorPeriodAnswer(
    string Factor, string Name, int Due, int Received, int Valid, int Stopped, decimal? CaptureRate, decimal? TransmissionRate, decimal? ValidRate, decimal? EffectiveTransmissionRate,
    double? Kilograms, double Replaced, double Manual, int Missing, double? Logged, int ExceedingHours, int ExceedingDays);

internal sealed record ExceedanceAnswer(string Factor, string Name, bool IsDaily, DateTime From, DateTime To, int Hours, double Highest, string Unit, string? Standard, string? Limit, decimal? Multiple);

internal sealed record MarkAnswer(string Factor, string Name, string Mark, string Why, DateTime From, DateTime To, int Hours);

internal sealed record PeriodAnswer(DateOnly First, DateOnly Last, IReadOnlyList<FactorPeriodAnswer> Factors, IReadOnlyList<ExceedanceAnswer> Exceedances, IReadOnlyList<MarkAnswer> Marks, IReadOnlyList<OutletDay> Days)
{
    public static PeriodAnswer Of(OutletPeriod period) => new(
        period.First, period.Last,
        [.. period.Factors.Select(one => new FactorPeriodAnswer(
            one.Channel.FactorCode, one.Channel.Name, one.Due, one.Received, one.Valid, one.Stopped, one.CaptureRate, one.Transmission?.TransmissionRate, one.Transmission?.ValidRate, one.Transmission?.Value,
            one.Kilograms, one.Replaced, one.Manual, one.Missing, one.Logged, one.ExceedingHours, one.ExceedingDays))],
        [.. period.Exceedances.Select(one => new ExceedanceAnswer(one.Channel.FactorCode, one.Channel.Name, one.IsDaily, one.From, one.To, one.Hours, one.Highest, one.Channel.Unit, one.Worst.StandardNumber, one.Worst.LimitText, one.Worst.ExceedanceMultiple))],
        [.. period.Marks.Select(one => new MarkAnswer(one.Channel.FactorCode, one.Channel.Name, one.Mark.ToString(), one.Why, one.From, one.To, one.Hours))],
        period.Days);
}

/// <summary>传输有效率 of an outlet, an enterprise (outlet 0) or all (both 0).</summary>
internal sealed record TransmissionAnswer(int EnterpriseId, string Enterprise, int PointId, string Outlet, int Due, int Received, int Valid, int Stopped, decimal? TransmissionRate, decimal? ValidRate, decimal? EffectiveTransmissionRate, decimal? CaptureRate)
{
    public static TransmissionAnswer Of(int enterpriseId, string enterprise, int pointId, string outlet, HourCounts counts) => new(
        enterpriseId, enterprise, pointId, outlet, counts.Due, counts.Received, counts.Valid, counts.Stopped, counts.Rate?.TransmissionRate, counts.Rate?.ValidRate, counts.Rate?.Value, counts.Capture);
}

/// <summary>Emitted mass of a year against the permitted total.</summary>
internal sealed record EmissionAnswer(int PointId, string Outlet, int EnterpriseId, string Enterprise, string Factor, string Name, double? Kilograms, double Replaced, double Manual, int Missing, double? Logged, double? Difference, double? PermittedTonnes, double? Share);

/// <summary>A quota; amounts in kg, or m³ where water is counted.</summary>
internal sealed record QuotaAnswer(int Id, int PointId, string Outlet, string CardNumber, string Factor, DateOnly? From, DateOnly? To, double Amount, double Used, double Share, DateOnly? EndsOn, DateOnly? Earliest, DateOnly? Latest)
{
    public static QuotaAnswer Of(QuotaState state) => new(
        state.Quota.Id, state.Point.Value, state.Outlet, state.Quota.CardNumber, state.Quota.Factor, state.Quota.From, state.Quota.To, state.Quota.Amount, state.Used, state.Share, state.Outlook?.On, state.Outlook?.Earliest, state.Outlook?.Latest);
}

internal sealed record ValveInput(bool IsShutting, string Why);

internal sealed record ValveAnswerInput(string Answer);

internal sealed record ValveAnswer(int Id, int PointId, bool IsShutting, string Why, string By, DateTime At, string Way, string Answer, bool? IsDone)
{
    public static ValveAnswer Of(ValveOrderView view) => new(view.Order.Id, view.Order.PointId, view.Order.IsShutting, view.Order.Why, view.Order.By, view.Order.At, view.Way, view.Answer, view.IsDone);
}

internal sealed record RebuildAnswer(int Outlets, int Days, double Seconds);
