using System.ComponentModel;
using System.Globalization;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Accounts;

/// <summary>An administrator has asked that another's password and second factor be reset; one of the third kind has still to agree.</summary>
[Audited("管理员重置申请")]
public sealed class AdministratorReset
{
    private string _firstHalf = "";

    /// <summary>Whose password; there is one request an account.</summary>
    public int AccountId { get; set; }

    [DisplayName("申请人")]
    public int RequestedBy { get; set; }

    /// <summary>What the one who asked administers.</summary>
    [DisplayName("申请人类别")]
    public Administration Kind { get; set; }

    [DisplayName("申请时间")]
    public DateTime At { get; set; }

    /// <summary>The part of the one-time password that the one who asked was shown.</summary>
    [Secret]
    [DisplayName("口令前半")]
    public required string FirstHalf
    {
        get => RowSecret.Open(Row, _firstHalf);
        set => _firstHalf = RowSecret.Close(Row, value);
    }

    private string Row => AccountId.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An administrator as the other administrators see them.</summary>
/// <param name="RequestedBy">Who has asked for a reset; empty where nobody has.</param>
/// <param name="MayRequest">Whoever looks may ask for a reset.</param>
/// <param name="MayConfirm">Whoever looks may agree to the one that was asked for.</param>
/// <param name="MayWithdraw">Whoever looks may take back or refuse it.</param>
public sealed record AdministratorRow(
    int Id, string UserName, string DisplayName, Administration Kind, bool IsDisabled, bool HasSecondFactor, DateTime? LastSignInAt,
    string RequestedBy, DateTime? RequestedAt, bool MayRequest, bool MayConfirm, bool MayWithdraw);
