using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace EcoPark.Platform.OpenId;

/// <summary>What a system administrator fills in of an API client.</summary>
/// <param name="Name">Whose program it is.</param>
/// <param name="AccountId">The account it acts as when nobody has signed in (client credentials); <see langword="null"/> for programs that people sign in to.</param>
/// <param name="RedirectUri">Where people come back to (authorization code); https, or http on the machine itself.</param>
public sealed record ApiClientInput(string Name, int? AccountId = null, string? RedirectUri = null);

/// <summary>A program that uses the API.</summary>
/// <param name="IsApproved">The security administrator has agreed; until then it gets no tokens.</param>
public sealed record ApiClient(string ClientId, string Name, int? AccountId, string? RedirectUri, bool IsApproved);

/// <summary>A new client; the secret is shown once. Programs in a browser have none.</summary>
public sealed record NewApiClient(string ClientId, string? Secret);

/// <summary>
/// Programs of others that may use the API, each acting as an account: the same permissions and scope as that account's pages. The system
/// administrator enters one and the security administrator approves it, so that neither can give themselves another's rights.
/// </summary>
public sealed class ApiClients(IServiceScopeFactory scopes, AccountService accounts, AuditLog audit)
{
    private const string AccountProperty = "account";
    private const string ApprovedProperty = "approved";

    public async Task<IReadOnlyList<ApiClient>> List(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var found = new List<ApiClient>();
        await foreach (var application in applications.ListAsync(500, 0, cancellationToken).ConfigureAwait(false))
        {
            var properties = await applications.GetPropertiesAsync(application, cancellationToken).ConfigureAwait(false);
            found.Add(new ApiClient(
                (await applications.GetClientIdAsync(application, cancellationToken).ConfigureAwait(false))!, await applications.GetDisplayNameAsync(application, cancellationToken).ConfigureAwait(false) ?? "",
                AccountOf(properties), (await applications.GetRedirectUrisAsync(application, cancellationToken).ConfigureAwait(false)).FirstOrDefault(), properties.ContainsKey(ApprovedProperty)));
        }

        return found;
    }

    public async Task<Outcome<NewApiClient>> Add(ApiClientInput input, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Security.Permissions.EditAccounts))
            return Records.RecordProblems.Forbidden;
        if (input.Name.Trim().Length is 0 or > 50)
            return new Problem("name", "请填写程序名称，至多 50 字。", nameof(input.Name));
        if (input.AccountId is null == input.RedirectUri is null)
            return new Problem("kind", "请选择一种：后台程序（指定所用账户），或由人登录的程序（填写返回地址）。");
        if (input.AccountId is { } account && await accounts.Find(account, cancellationToken).ConfigureAwait(false) is not { IsDisabled: false })
            return new Problem("account", "没有这个账户，或已停用。", nameof(input.AccountId));
        if (input.RedirectUri is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
            return new Problem("redirect", "返回地址应为 https 地址（本机可用 http），且不含 #。", nameof(input.RedirectUri));

        var (id, secret) = ($"client-{RandomNumberGenerator.GetHexString(12, lowercase: true)}", input.AccountId is null ? null : Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = secret,
            DisplayName = input.Name.Trim(),
            ClientType = secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token },
        };
        if (input.AccountId is { } actsAs)
        {
            descriptor.Permissions.Add(OpenIddictConstants.Permissions.GrantTypes.ClientCredentials);
            descriptor.Properties[AccountProperty] = JsonSerializer.SerializeToElement(actsAs);
        }
        else
        {
            descriptor.RedirectUris.Add(new Uri(input.RedirectUri!));
            descriptor.Permissions.UnionWith([
                OpenIddictConstants.Permissions.Endpoints.Authorization, OpenIddictConstants.Permissions.GrantTypes.AuthorizationCode, OpenIddictConstants.Permissions.GrantTypes.RefreshToken,
                OpenIddictConstants.Permissions.ResponseTypes.Code, OpenIddictConstants.Permissions.Prefixes.Scope + Scopes.OfflineAccess]);
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(descriptor, cancellationToken).ConfigureAwait(false);
        await audit.Write("新增", "接口程序", id, $"{input.Name.Trim()}；账户 {input.AccountId?.ToString(CultureInfo.InvariantCulture) ?? "由人登录"}；{input.RedirectUri}", cancellationToken).ConfigureAwait(false);
        return new NewApiClient(id, secret);
    }

    /// <summary>Lets it have tokens.</summary>
    public async Task<Outcome<string>> Approve(string clientId, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Security.Permissions.GrantRoles))
            return Records.RecordProblems.Forbidden;
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(clientId, cancellationToken).ConfigureAwait(false) is not { } application)
            return new Problem("not-found", "没有这个接口程序，请刷新。");
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, cancellationToken).ConfigureAwait(false);
        descriptor.Properties[ApprovedProperty] = JsonSerializer.SerializeToElement(Actor.Current.AccountId);
        await applications.UpdateAsync(application, descriptor, cancellationToken).ConfigureAwait(false);
        await audit.Write("批准", "接口程序", clientId, descriptor.DisplayName ?? "", cancellationToken).ConfigureAwait(false);
        return clientId;
    }

    /// <summary>Its tokens are worthless from then on.</summary>
    public async Task<Outcome<string>> Remove(string clientId, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(Security.Permissions.EditAccounts))
            return Records.RecordProblems.Forbidden;
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(clientId, cancellationToken).ConfigureAwait(false) is not { } application)
            return new Problem("not-found", "没有这个接口程序，请刷新。");
        await applications.DeleteAsync(application, cancellationToken).ConfigureAwait(false);
        await audit.Write("删除", "接口程序", clientId, "", cancellationToken).ConfigureAwait(false);
        return clientId;
    }

    /// <summary>Whether a client may have tokens, and the account that it acts as by itself.</summary>
    public async Task<(bool IsApproved, int? AccountId)> Find(string clientId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(clientId, cancellationToken).ConfigureAwait(false) is not { } application)
            return default;
        var properties = await applications.GetPropertiesAsync(application, cancellationToken).ConfigureAwait(false);
        return (properties.ContainsKey(ApprovedProperty), AccountOf(properties));
    }

    /// <summary>An approved program that people sign in to; <see langword="null"/> where there is none of this name.</summary>
    public async Task<ApiClient?> ForPeople(string clientId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (clientId.Length == 0 || await applications.FindByClientIdAsync(clientId, cancellationToken).ConfigureAwait(false) is not { } application)
            return null;
        var properties = await applications.GetPropertiesAsync(application, cancellationToken).ConfigureAwait(false);
        var redirect = (await applications.GetRedirectUrisAsync(application, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
        return redirect is null || !properties.ContainsKey(ApprovedProperty) ? null
            : new ApiClient(clientId, await applications.GetDisplayNameAsync(application, cancellationToken).ConfigureAwait(false) ?? "", null, redirect, true);
    }

    private static int? AccountOf(ImmutableDictionary<string, JsonElement> properties) => properties.TryGetValue(AccountProperty, out var account) ? account.GetInt32() : null;
}
