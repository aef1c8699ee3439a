using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Records;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcoPark.Platform.Security;

/// <summary>Accounts, sessions, permissions and the audit log; without a permission nothing is served.</summary>
public static class SecurityRegistration
{
    public static IServiceCollection AddParkSecurity(this IServiceCollection services, AccountOptions options, AuditOptions audit)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => AuditSeal.Open(audit.Key, provider.GetRequiredService<SecretBox>().Derive));
        services.AddSingleton(provider => new AuditHeads(
            audit.HeadFolder ?? provider.GetRequiredService<DatabaseOptions>().PathOf("audit"), audit.Syslog, provider.GetRequiredService<NodeOptions>().Name, provider.GetRequiredService<AuditSeal>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AuditHeads>>()));
        services.AddSingleton<IModelPart, AccountModel>();
        services.AddSingleton<IModelPart, AuditModel>();

        // Identity's stores want a context of their own scope.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContext());
        services.AddIdentityCore<Account>(identity =>
            {
                // PasswordRules says more, and in Chinese.
                identity.Password.RequiredLength = 1;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = options.FailuresBeforeLockout;
                identity.Lockout.DefaultLockoutTimeSpan = options.Lockout;
            })
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordRules>();

        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordRounds); // Identity's third format: PBKDF2-HMAC-SHA512.
        services.AddJobs();
        services.AddRecordKit();
        services.AddRecord(DepartmentType.Create());
        Dictionaries.ParkDictionaries.Add(services);
        services.AddSingleton<Sessions>();
        services.AddSingleton<Standing>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<PasswordGuesses>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<OneTimePost>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<AdministratorResets>();
        services.AddSingleton<AccountSeed>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditWitness>();
        services.AddSingleton<AuditInterceptor>();
        services.AddJob<AuditSealer>();

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new KeyRing(provider.GetRequiredService<IDbContextFactory<ParkDb>>())));
        services.AddOpenId();
        var authentication = services.AddAuthentication(OpenIdRegistration.Either);
        authentication.AddSessionCookie(options);
        authentication.AddCookieOrToken();
        services.AddAuthorizationBuilder().SetDefaultPolicy(PermissionPolicies.Person).SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        return services;
    }
}
