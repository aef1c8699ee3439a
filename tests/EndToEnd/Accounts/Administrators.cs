using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>What the administrators do, each signed in for it alone: an account may have three browsers, and tests run beside each other.</summary>
internal static class Administrators
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Does something as an administrator who has chosen their password already.</summary>
    public static async Task<T> As<T>(this TestServer server, string user, Func<HttpClient, Task<T>> what)
    {
        using var client = new SignInClient(server.Http);
        await client.SignIn(user, SignInClient.Password);
        return await what(client.Client);
    }

    public static Task<int> AccountId(this TestServer server, string user) => server.As("security", async security =>
        (await security.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/?text={user}", Token)).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("userName").GetString() == user).Id());

    public static async Task Disable(this TestServer server, string user)
    {
        var id = await server.AccountId(user);
        await server.As("admin", admin => admin.PostAsJsonAsync($"/api/v1/accounts/{id}/disabled", new { isDisabled = true }, Token).Saved());
    }

    /// <returns>The one-time password.</returns>
    public static async Task<string> Reset(this TestServer server, string user)
    {
        var id = await server.AccountId(user);
        return (await server.As("admin", admin => admin.PostAsync($"/api/v1/accounts/{id}/reset", null, Token).Saved())).GetProperty("password").GetString()!;
    }

    /// <summary>A role of the park's own.</summary>
    public static async Task<(int Id, string Name)> NewRole(this TestServer server, bool isOfEnterprise, params string[] permissions)
    {
        var role = await server.As("security", security => security.PostAsJsonAsync("/api/v1/roles/", new { title = $"角色 {Guid.NewGuid():N}", purpose = "", isOfEnterprise, permissions }, Token).Saved());
        return (role.Id(), role.GetProperty("name").GetString()!);
    }

    public static Task<HttpResponseMessage> ChangeRole(this TestServer server, int id, bool isOfEnterprise, params string[] permissions) =>
        server.As("security", security => security.PutAsJsonAsync($"/api/v1/roles/{id}", new { title = $"角色 {Guid.NewGuid():N}", purpose = "", isOfEnterprise, permissions }, Token));

    /// <summary>Somebody new with a role, signed in.</summary>
    public static async Task<SignInClient> NewPerson(this TestServer server, string user, string? role)
    {
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), user, role);
        var client = new SignInClient(server.Http);
        await client.SignIn(user, SignInClient.Password);
        return client;
    }
}
