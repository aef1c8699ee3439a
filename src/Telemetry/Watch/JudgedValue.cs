using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>What limits are compared with: one rule for alarms, live values, tiles, maps and curves.</summary>
internal static class JudgedValue
{
    /// <summary>
    /// Of flue gas the concentration at the reference oxygen, for that is what GB emission standards limit: as the logger has corrected it; where it does not, and the outlet has
    /// a reference oxygen on file, by the oxygen measured beside it.
    /// </summary>
    /// <param name="reading">Of the channel that is judged.</param>
    /// <param name="entry">What is known of the channel.</param>
    /// <param name="oxygen">Oxygen of the same gas at that time, if any.</param>
    /// <returns><see langword="null"/> where nothing can be said: no oxygen, or gas that is nearly air.</returns>
    public static double? Of(in Reading reading, ChannelEntry entry, Reading? oxygen)
    {
        if (entry.ReferenceOxygen is not { } reference || reading.Value is not { } measured)
            return AsSent(reading, entry.Channel.PointKind);
        var content = oxygen is { IsValid: true, Value: { } percent } ? JudgementRequest.ValueOf(percent) : null;
        if (content is { } known && OxygenCorrection.IsNearlyAir(known, reference))
            return null;
        if (reading.Corrected is not null)
            return AsSent(reading, PointKind.FlueGas);
        return (double?)OxygenCorrection.Correct(JudgementRequest.ValueOf(measured), content, reference).Value;
    }

    /// <summary>As the logger sends it, corrected where it corrects; nothing of gas that is nearly air.</summary>
    private static double? AsSent(in Reading reading, PointKind kind)
    {
        if (kind != PointKind.FlueGas || reading.Corrected is not { } corrected)
            return reading.Value;
        return reading.Value is { } measured && OxygenCorrection.IsNearlyAir(measured, corrected) ? null : corrected;
    }
}
