using System.Security.Cryptography;
using System.Text;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>SM4 keys of devices and their exchange (1014, HJ 212-2025): a new one at least every ninety days.</summary>
/// <remarks>
/// That NewSK is written as the sixteen characters of the key is how both published keys look (sixteen 0; msbE74gsiSHSEh5e); the table itself was not at hand.
/// </remarks>
public static class DeviceKey
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A key is used no longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>A device may ask for its new key this much earlier.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromDays(10);

    /// <summary>A new key as it is sent.</summary>
    public static string New() => RandomNumberGenerator.GetString(Characters, 16);

    /// <summary>As the registration keeps it: hexadecimal.</summary>
    public static string Stored(string sent) => Convert.ToHexString(Encoding.ASCII.GetBytes(sent));

    /// <summary>Whether the key should be exchanged.</summary>
    public static bool IsOld(Device device, DateTime now) => device.EncryptionKey is { Length: > 0 } && now - (device.KeySince ?? device.RegisteredAt) >= Longest;

    /// <summary>Whether a device that asks is given a new one: whoever knows MN and password could ask all day.</summary>
    public static bool MayAsk(Device device, DateTime now) => device.EncryptionKey is { Length: > 0 } && now - (device.KeySince ?? device.RegisteredAt) >= Longest - Early;
}
