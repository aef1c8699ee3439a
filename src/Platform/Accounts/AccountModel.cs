using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EcoPark.Platform.Accounts;

/// <summary>Tables of accounts, roles and sessions.</summary>
public sealed class AccountModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<Account>(account =>
        {
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.Property(a => a.UserName).HasMaxLength(50);
            account.Property(a => a.NormalizedUserName).HasMaxLength(50);
            account.Property(a => a.DisplayName).HasMaxLength(50);
            account.Property(a => a.Department).HasMaxLength(100);
            account.Property(a => a.Email).HasMaxLength(100);
            account.Property(a => a.NormalizedEmail).HasMaxLength(100);
            account.Property(a => a.PhoneNumber).HasMaxLength(30);
            // Moved forward by one statement that asks for the former value; a copy in memory never writes it back.
            account.Property(a => a.LastCodeStep).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        });
        model.Entity<Role>(role =>
        {
            role.HasIndex(r => r.NormalizedName).IsUnique();
            role.Property(r => r.Name).HasMaxLength(50);
            role.Property(r => r.NormalizedName).HasMaxLength(50);
            role.Property(r => r.Title).HasMaxLength(50);
            role.Property(r => r.Purpose).HasMaxLength(200);
            role.Property(r => r.ConcurrencyStamp).IsConcurrencyToken();
        });
        model.Entity<KnownPermission>().HasKey(one => one.Name);
        model.Entity<KnownPermission>().Property(one => one.Name).HasMaxLength(100);
        model.Entity<IdentityUserRole<int>>(grant =>
        {
            grant.ToTable("AccountRole").HasKey(g => new { g.UserId, g.RoleId });
            grant.HasOne<Account>().WithMany().HasForeignKey(g => g.UserId);
            grant.HasOne<Role>().WithMany().HasForeignKey(g => g.RoleId).OnDelete(DeleteBehavior.Restrict);
        });
        // Holds the key of the second factor, sealed.
        model.Entity<IdentityUserToken<int>>(token =>
        {
            token.ToTable("AccountToken").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
            token.Property(t => t.Value!).IsSealed(secrets);
        });
        // Identity's store asks for them; the park does not use them.
        model.Entity<IdentityUserClaim<int>>().ToTable("AccountClaim");
        model.Entity<IdentityUserLogin<int>>().ToTable("AccountLogin").HasKey(l => new { l.LoginProvider, l.ProviderKey });
        model.Entity<IdentityRoleClaim<int>>().ToTable("RoleClaim");
        model.Entity<AccountSession>(session =>
        {
            session.HasIndex(s => new { s.AccountId, s.EndedAt });
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            session.Property(s => s.Remote).HasMaxLength(64);
            session.Property(s => s.Screen).HasMaxLength(Sessions.LongestScreen);
            session.Property(s => s.Agent).HasMaxLength(300);
            session.Property(s => s.EndReason).HasMaxLength(50);
        });
        model.Entity<ProtectionKey>(key =>
        {
            key.Property(k => k.Name).HasMaxLength(200);
            key.Property(k => k.Xml).IsSealed(secrets);
        });
        model.Entity<PasswordGuess>(guess =>
        {
            guess.HasKey(g => new { g.Name, g.Source });
            guess.HasIndex(g => g.LastAt);
            guess.Property(g => g.Name).HasMaxLength(50);
            guess.Property(g => g.Source).HasMaxLength(64);
        });
        model.Entity<AdministratorReset>(reset =>
        {
            reset.HasKey(r => r.AccountId);
            reset.Property(r => r.AccountId).ValueGeneratedNever();
            reset.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
            reset.Property(r => r.FirstHalf).IsSealed(secrets);
        });
        model.Entity<FormerPassword>(former =>
        {
            former.HasIndex(f => f.AccountId);
            former.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
        });
    }
}
