namespace EcoPark.Analysis.Forecasts;

/// <summary>Will the limit be exceeded soon?</summary>
/// <param name="Probability">That it will be within the warning window, 0…1.</param>
/// <param name="Threshold">From which probability on to warn: the best F1 on the newest part of the history.</param>
/// <param name="IsOverNow">The limit is exceeded already; the probability then says nothing.</param>
public sealed record ExceedanceWarning(double Probability, double Threshold, bool IsOverNow)
{
    /// <summary>Warn?</summary>
    public bool IsDue => !IsOverNow && Probability >= Threshold;
}
