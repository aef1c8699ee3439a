namespace EcoPark.Standards;

/// <summary>One value against one limit.</summary>
internal static class LimitComparison
{
    public static Verdict Compare(JudgementRequest request, Factor? factor, Limit limit)
    {
        var basis = new Verdict { Outcome = LimitOutcome.Pass, Limit = limit, Comparison = request.Comparison, FactorName = factor?.Name ?? request.Factor };
        if ((request.Value ?? request.DetectionLimit) is not { } measured)
            return basis with { Outcome = LimitOutcome.CannotJudge, Reason = "没有有效数据" };
        if (limit.Lower is null && limit.Upper is null)
            return AgainstWords(request, basis, limit);
        if (ToUnitOfLimit(measured, request, factor, limit) is not { } converted)
            return basis with { Outcome = LimitOutcome.CannotJudge, Reason = $"单位 {request.Unit} 不能换算为 {limit.Unit}" };

        var compared = request.Comparison switch
        {
            ComparisonRule.RoundedValue => Rounding.ToDecimals(converted.Value, PlacesOf(limit)),
            ComparisonRule.AsReported => ReportedPlaces.Round(request.Medium, factor?.Key ?? request.Factor, converted.Value, limit.Unit),
            _ => converted.Value,
        };
        basis = basis with { ComparedValue = compared, Conversion = converted.Note };
        return request.Value is null ? BelowDetection(basis, limit, compared) : Judged(basis, request, limit, compared);
    }

    // "不得检出": nothing but a result below detection passes. Other words are for a person to judge.
    private static Verdict AgainstWords(JudgementRequest request, Verdict basis, Limit limit)
    {
        if (limit.Remark != "不得检出")
            return basis with { Outcome = LimitOutcome.CannotJudge, Reason = $"限值为文字规定（{limit.Remark}），须人工判定" };
        return basis with { Outcome = request.Value > 0 ? LimitOutcome.Fail : LimitOutcome.Pass };
    }

    // What is not detected lies somewhere below the detection limit.
    private static Verdict BelowDetection(Verdict basis, Limit limit, decimal detectionLimit)
    {
        var below = basis with { IsBelowDetection = true };
        if (limit.Lower is { } lower)
            return detectionLimit <= lower
                ? below with { Outcome = LimitOutcome.Fail }
                : below with { Outcome = LimitOutcome.CannotJudge, Reason = "未检出，且限值为下限，无法判定" };
        return detectionLimit <= limit.Upper
            ? below
            : below with { Outcome = LimitOutcome.CannotJudge, Reason = $"检出限 {LimitText.Figure(detectionLimit)} {limit.Unit} 高于限值，无法判定" };
    }

    private static Verdict Judged(Verdict basis, JudgementRequest request, Limit limit, decimal value)
    {
        if (limit.Upper is { } upper && value > upper)
            return basis with { Outcome = LimitOutcome.Fail, ExceededBy = value - upper, ExceedanceMultiple = MultipleOf(limit, value, upper) };
        if (limit.Lower is { } lower && value < lower && !IsSaturated(request, limit, value))
            return basis with { Outcome = LimitOutcome.Fail, ExceededBy = lower - value };
        return basis;
    }

    private static decimal? MultipleOf(Limit limit, decimal value, decimal upper) =>
        upper <= 0 || limit.Lower is not null || !Exceedance.HasMultiple(limit.Unit) ? null : (value - upper) / upper;

    // GB 3838-2002 table 1: class I asks for 90 % of saturation or 7.5 mg/L.
    private static bool IsSaturated(JudgementRequest request, Limit limit, decimal value) =>
        limit.Remark.Contains("饱和率90%", StringComparison.Ordinal)
        && request.WaterTemperature is { } degrees
        && value >= 0.9m * Water.OxygenSaturation.At(degrees);

    private static int PlacesOf(Limit limit) => Math.Max(Rounding.DecimalsOf(limit.Upper ?? 0), Rounding.DecimalsOf(limit.Lower ?? 0));

    private static Converted? ToUnitOfLimit(decimal value, JudgementRequest request, Factor? factor, Limit limit)
    {
        var stated = GasState.Of(request.Medium, request.Day);
        if (request.State is { } state && stated is { } wanted && state != wanted && request.Unit.Dimension == UnitDimension.MassInGas)
        {
            if (UnitConversion.Convert(UnitConversion.AtState(value, state, wanted), request.Unit, limit.Unit) is not { } atState)
                return null;
            return new(atState, FormattableString.Invariant($"由 {state.Kelvin:0.##} K、{state.Pascal:0} Pa 换算到 {wanted.Kelvin:0.##} K、{wanted.Pascal:0} Pa"));
        }

        if (request.Unit.Symbol == limit.Unit.Symbol)
            return new(value, null);
        if (UnitConversion.Convert(value, request.Unit, limit.Unit, factor?.MolarMass, stated) is not { } converted)
            return null;
        return new(converted, request.Unit.Dimension == limit.Unit.Dimension
            ? $"{request.Unit} 换算为 {limit.Unit}"
            : FormattableString.Invariant($"{request.Unit} 按摩尔质量 {factor!.MolarMass} g/mol、{stated!.Value.Kelvin:0.##} K、{stated.Value.Pascal:0} Pa 换算为 {limit.Unit}"));
    }
}
