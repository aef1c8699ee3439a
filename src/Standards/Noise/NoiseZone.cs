namespace EcoPark.Standards.Noise;

/// <summary>声环境功能区, GB 3096-2008 clause 4.</summary>
public enum NoiseZone
{
    Zone0,
    Zone1,
    Zone2,
    Zone3,
    Zone4a,
    Zone4b,
}

/// <summary>Chinese names.</summary>
public static class NoiseZoneText
{
    /// <summary>0类 … 4b类, as the limit rows write it.</summary>
    public static string Chinese(this NoiseZone zone) => zone switch
    {
        NoiseZone.Zone0 => "0类",
        NoiseZone.Zone1 => "1类",
        NoiseZone.Zone2 => "2类",
        NoiseZone.Zone3 => "3类",
        NoiseZone.Zone4a => "4a类",
        _ => "4b类",
    };
}
