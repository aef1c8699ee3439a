using EcoPark.Contracts;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Modules.Manual.Results;

/// <summary>What a result rests on.</summary>
/// <param name="Permitted">Limits of the permit for the outlet of the point, of any factor and day.</param>
internal sealed record ResultGround(ManualPoint Point, ManualReport Report, Laboratory? Laboratory, IReadOnlyList<KnownLimit> Permitted);

/// <summary>Whether a result can be, and what it means: correction, rate, limit of the day and verdict, by the one judgement of the platform.</summary>
internal static class ResultRules
{
    /// <summary>What is wrong; where nothing is, the result is filled in.</summary>
    public static Problem? Fill(ManualSample result, ResultGround ground)
    {
        var (point, day) = (ground.Point, ParkWords.DayOf(result.At!.Value));
        (result.Kind, result.Corrected, result.Rate, result.TimesOver) = (point.Kind, null, null, null);
        (result.StandardName, result.StandardNumber, result.Limit, result.UpperLimit, result.Why) = ("", "", "", null, "");
        if (ground.Laboratory is { } laboratory && (day < laboratory.ValidFrom || day > laboratory.ValidTo))
            return new("laboratory", $"监测机构“{laboratory.Name}”的资质有效期为 {ParkWords.Day(laboratory.ValidFrom)} 至 {ParkWords.Day(laboratory.ValidTo)}，{ParkWords.Day(day)} 的结果不能采用。", "at");
        if (result.NoData.Length > 0)
        {
            (result.Value, result.IsBelow, result.Verdict) = (null, null, Verdicts.NoData);
            return null;
        }

        if (SampleResult.Parse(result.Reported) is not { } measured || measured.Written < 0)
            return new("reported", $"“{result.Reported}”不能识别。{ManualSampleType.Form}。", "reported");
        (result.Value, result.IsBelow) = ((double)measured.Written, measured.IsBelow);
        if (SampleResult.Implausible(result.Reported, result.Factor, result.Unit, PointKinds.MediumOf(point.Kind)) is { } reason)
            return new("implausible", reason, "reported");
        return OfUnit(result, point) ?? Correct(result, point) ?? Judge(result, ground, day);
    }

    /// <summary>The mean of a day of waste water, in the unit of its results.</summary>
    public static Verdict JudgeMean(string kind, string factor, string unit, double mean, Limit limit, DateOnly day) =>
        PermitJudge.Judge(limit, factor, unit, (decimal)mean, AveragingsOf(kind, factor, "", 12)[0], day);

    private static Problem? OfUnit(ManualSample result, ManualPoint point)
    {
        if (result.Unit.Length == 0)
            return new("unit", "请选择监测浓度的单位。", "unit");
        var dimension = Unit.Of(result.Unit).Dimension;
        var isWater = PointKinds.MediumOf(point.Kind) == Medium.WasteWater;
        if ((isWater && dimension == UnitDimension.MassInGas) || (!isWater && dimension == UnitDimension.MassInWater))
            return new("unit", $"{point.Kind}点位“{point.Name}”的浓度不能用 {result.Unit}。", "unit");
        return (result.Factor, isWater) is (['a', >= '0' and <= '9', ..], true) or (['w', >= '0' and <= '9', ..], false)
            ? new("factor", $"“{result.Factor} {ManualFactors.Title(result.Factor)}”不是{point.Kind}的监测因子。", "factor") : null;
    }

    /// <summary>Oxygen and the rate.</summary>
    private static Problem? Correct(ManualSample result, ManualPoint point)
    {
        var isMass = Unit.Of(result.Unit).Dimension is UnitDimension.MassInGas or UnitDimension.MassInWater;
        if (isMass && point.Oxygen is { } reference)
        {
            var corrected = OxygenCorrection.Correct((decimal)result.Value!.Value, Rounding.Figure(result.Oxygen), (decimal)reference);
            if (corrected.Value is not { } value)
                return new("oxygen", $"点位“{point.Name}”按基准氧 {reference:0.##} % 折算：{corrected.WhyNot}。请填写实测氧含量。", "oxygen");
            result.Corrected = (double)Rounding.ToSignificant(value, 6);
        }

        if (isMass && result is { Flow: { } flow, IsBelow: false })
            result.Rate = Rounding.Shortened(KilogramsPerHour(result.Value!.Value, result.Unit, flow));
        return null;
    }

    /// <summary>kg/h of a concentration and m³/h.</summary>
    internal static double KilogramsPerHour(double value, string unit, double flow)
    {
        var of = Unit.Of(unit);
        // Scale is to mg/m³ or mg/L: a litre of water is a thousandth of a m³.
        return value * (double)of.Scale * flow * (of.Dimension == UnitDimension.MassInWater ? 1e-3 : 1e-6);
    }

    private static Problem? Judge(ManualSample result, ResultGround ground, DateOnly day)
    {
        var verdict = VerdictOf(result, ground, day);
        result.Verdict = Verdicts.Of(verdict.Outcome);
        result.Why = verdict.Reason.Length > 300 ? verdict.Reason[..300] : verdict.Reason;
        result.TimesOver = (double?)verdict.ExceedanceMultiple;
        if (verdict.Limit is not { } limit)
            return null;
        (result.StandardNumber, result.StandardName) = limit.SourceKind == SourceKind.Caller ? StandardWords.Of(limit.StandardNumber) : (limit.StandardNumber, limit.StandardName);
        (result.Limit, result.UpperLimit) = (limit.Text, InUnitOf(result, limit, ground, day));
        return null;
    }

    private static double? InUnitOf(ManualSample result, Limit limit, ResultGround ground, DateOnly day)
    {
        var medium = PointKinds.MediumOf(ground.Point.Kind);
        return limit.Upper is { } upper ? (double?)UnitConversion.Convert(upper, limit.Unit, Unit.Of(result.Unit), FactorTable.Find(result.Factor, medium)?.MolarMass, GasState.Of(medium, day)) : null;
    }

    private static Verdict VerdictOf(ManualSample result, ResultGround ground, DateOnly day)
    {
        var medium = PointKinds.MediumOf(ground.Point.Kind);
        var value = (decimal)result.Judged!.Value;
        var averagings = AveragingsOf(ground.Point.Kind, result.Factor, result.Span, ParkTime.FromUtc(result.At!.Value).Hour);
        var permitted = PermitOn(ground.Permitted, result.Factor, medium, day);
        Verdict? none = null;
        foreach (var averaging in averagings)
        {
            var request = new JudgementRequest
            {
                Factor = result.Factor,
                Value = result.IsBelow == true ? null : value,
                DetectionLimit = result.IsBelow == true ? value : null,
                Unit = Unit.Of(result.Unit),
                Averaging = averaging,
                Medium = medium,
                Day = day,
                Limits = permitted is null ? null : [PermitJudge.LimitOf(permitted, medium, averaging)],
                StandardNumber = permitted is null ? ground.Point.Standard : null,
                Class = permitted is null && ground.Point.StandardClass.Length > 0 ? ground.Point.StandardClass : null,
            };
            if (permitted is null && ground.Point.Standard.Length == 0)
                return new Verdict { Outcome = LimitOutcome.NoLimit, Reason = "许可证没有这个因子的限值，点位也没有填写执行标准。" };
            var verdict = Judgement.Judge(request);
            if (verdict.Outcome != LimitOutcome.NoLimit)
                return verdict;
            none ??= verdict;
        }

        return none!;
    }

    /// <summary>The newest of those that hold on a day.</summary>
    internal static KnownLimit? PermitOn(IEnumerable<KnownLimit> permitted, string factor, Medium medium, DateOnly day)
    {
        var key = FactorTable.KeyOf(factor, medium);
        return permitted.Where(limit => FactorTable.KeyOf(limit.FactorCode, medium) == key && limit.From <= day && !(limit.To < day)).MaxBy(limit => limit.From);
    }

    /// <summary>The means that a sample may stand for, the fittest first.</summary>
    private static IReadOnlyList<Averaging> AveragingsOf(string kind, string factor, string span, int hour) => PointKinds.MediumOf(kind) switch
    {
        Medium.WasteWater => PointKinds.IsByDay(kind, factor) ? [Averaging.Day, Averaging.Sample] : [Averaging.Sample, Averaging.Day],
        Medium.InPlantAir => span == ManualSampleType.Single ? [Averaging.Instant] : [Averaging.Hour],
        Medium.FenceLineNoise => [hour is >= 6 and < 22 ? Averaging.DayTime : Averaging.NightTime],
        _ => [Averaging.Hour, Averaging.Sample, Averaging.Instant],
    };
}
