using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace EcoPark.Platform.Accounts;

/// <summary>Somebody who signs in: of the authority, or of one enterprise.</summary>
[Audited("账户")]
public sealed class Account : IdentityUser<int>
{
    /// <summary>姓名.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Department of the authority, or position in the enterprise.</summary>
    public string Department { get; set; } = "";

    /// <summary>Data scope: this enterprise alone; <see langword="null"/> for the whole park.</summary>
    public int? EnterpriseId { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>The next sign-in must choose a new password: the present one was given by somebody else.</summary>
    public bool MustChangePassword { get; set; } = true;

    public DateTime PasswordChangedAt { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? LastSignInAt { get; set; }

    /// <inheritdoc/>
    [Secret]
    public override string? PasswordHash { get; set; }

    /// <inheritdoc/>
    [Secret]
    public override string? SecurityStamp { get; set; }
}
