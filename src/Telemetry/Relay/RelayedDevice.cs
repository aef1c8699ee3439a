using System.ComponentModel;
using System.Globalization;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Relay;

/// <summary>转发的数采仪: a device whose telegrams go to an upper platform, and by what names it is known there.</summary>
[Audited("上级平台的数采仪")]
public sealed class RelayedDevice
{
    private string _password = "";

    public int Id { get; set; }

    [DisplayName("上级平台编号")]
    public int PlatformId { get; set; }

    [DisplayName("数采仪编号")]
    public int DeviceId { get; set; }

    public Device? Device { get; set; }

    /// <summary>MN there; empty for the device's own.</summary>
    [DisplayName("上级 MN")]
    public string Mn { get; set; } = "";

    /// <summary>PW there; empty for the platform's, or the device's own. Sealed in the database for this device, which must be set before.</summary>
    [Secret]
    [DisplayName("上级访问密码")]
    public string Password
    {
        get => RowSecret.Open(Row, _password);
        set => _password = RowSecret.Close(Row, value);
    }

    /// <summary>ST there; empty for that of the telegram.</summary>
    [DisplayName("上级系统编码")]
    public string SystemCode { get; set; } = "";

    private string Row => DeviceId.ToString(CultureInfo.InvariantCulture);
}
