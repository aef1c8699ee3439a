namespace EcoPark.Analysis.Winds;

/// <summary>Steps at which wind (and the value, where one is asked for) was measured.</summary>
internal static class WindSamples
{
    /// <summary>Sector 0 is centred on north; sectors follow the compass.</summary>
    public static int SectorOf(double fromDegrees, int sectors)
    {
        var width = 360.0 / sectors;
        var turned = (((fromDegrees + (width / 2)) % 360) + 360) % 360;
        return Math.Min((int)(turned / width), sectors - 1);
    }

    /// <summary>First class whose upper bound is not below the value; the last class is open.</summary>
    public static int ClassOf(double value, IReadOnlyList<double> upperBounds)
    {
        for (var i = 0; i < upperBounds.Count; i++)
        {
            if (value <= upperBounds[i])
                return i;
        }

        return upperBounds.Count;
    }

    public static void RequireSameLength(int speeds, int directions, int values)
    {
        if (speeds != directions || speeds != values)
            throw new ArgumentException("Wind speed, wind direction and values must have the same steps.");
    }
}
