using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace EcoPark.Platform.Accounts;

/// <summary>Somebody who signs in: of the authority, or of one enterprise.</summary>
[Audited("账户")]
public sealed class Account : IdentityUser<int>
{
    /// <summary>姓名.</summary>
    [DisplayName("姓名")]
    public required string DisplayName { get; set; }

    /// <summary>Department of the authority, or position in the enterprise.</summary>
    [DisplayName("部门")]
    public string Department { get; set; } = "";

    /// <summary>Data scope: this enterprise alone; <see langword="null"/> for the whole park.</summary>
    [DisplayName("企业编号")]
    public int? EnterpriseId { get; set; }

    [DisplayName("停用")]
    public bool IsDisabled { get; set; }

    /// <summary>The next sign-in must choose a new password: the present one was given by somebody else.</summary>
    [DisplayName("须换口令")]
    public bool MustChangePassword { get; set; } = true;

    [DisplayName("口令设于")]
    public DateTime PasswordChangedAt { get; set; }

    [DisplayName("建立时间")]
    public DateTime CreatedAt { get; set; }

    [DisplayName("最近登录")]
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Step of the last six digits that were taken: no code counts twice, and none from before.</summary>
    public long LastCodeStep { get; set; }

    /// <inheritdoc/>
    [Secret]
    [DisplayName("口令")]
    public override string? PasswordHash { get; set; }

    /// <inheritdoc/>
    [Secret]
    public override string? SecurityStamp { get; set; }
}
