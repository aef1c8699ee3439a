using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.EndToEnd.Records;

/// <summary>Records as a program keeps them.</summary>
internal static class RecordApi
{
    private static readonly int Start = Random.Shared.Next(100_000, 900_000);
    private static int _next;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Somebody signed in, with what they get from the API.</summary>
    public static async Task<SignInClient> SignedIn(TestServer server, string user, string role, int? enterprise, string department = "")
    {
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), user, role, enterprise, department);
        var client = new SignInClient(server.Http);
        await client.SignIn(user, SignInClient.Password);
        return client;
    }

    public static Task<HttpResponseMessage> Post(this HttpClient client, string type, object values, int? basedOn = null, string? effectiveFrom = null) =>
        client.PostAsJsonAsync($"/api/v1/records/{type}/", new { values, basedOn, effectiveFrom }, Token);

    public static Task<HttpResponseMessage> Put(this HttpClient client, string type, int id, object values, int? basedOn = null, string? effectiveFrom = null) =>
        client.PutAsJsonAsync($"/api/v1/records/{type}/{id}", new { values, basedOn, effectiveFrom }, Token);

    /// <summary>Imports rows by their headings, as a workbook.</summary>
    public static async Task<HttpResponseMessage> Import(this HttpClient client, string type, IReadOnlyList<Dictionary<string, object?>> rows)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(rows, cancellationToken: Token);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file.ToArray()), "file", "导入.xlsx" } };
        return await client.PostAsync($"/api/v1/records/{type}/import", form, Token);
    }

    public static async Task<JsonElement> Saved(this Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        var text = await response.Content.ReadAsStringAsync(Token);
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<JsonElement> Refused(this Task<HttpResponseMessage> answer, HttpStatusCode status)
    {
        using var response = await answer;
        var text = await response.Content.ReadAsStringAsync(Token);
        response.StatusCode.ShouldBe(status, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static int Id(this JsonElement record) => record.GetProperty("id").GetInt32();

    /// <summary>A new enterprise's values, valid and unlike any other.</summary>
    public static Dictionary<string, object?> Enterprise(string? name = null)
    {
        var number = Start + Interlocked.Increment(ref _next);
        return new()
        {
            ["name"] = name ?? $"试验化工{number}有限公司",
            ["creditCode"] = CreditCode(number),
            ["industry"] = "C2614",
            ["address"] = $"园区{number}号",
            ["environmentOfficer"] = "陈环保",
            ["phone"] = "13812345678",
        };
    }

    public static async Task<int> NewEnterprise(this HttpClient client, string? name = null) => (await client.Post("enterprises", Enterprise(name)).Saved()).Id();

    /// <summary>GB 32100-2015, worked out here anew: weights 3^i mod 31.</summary>
    public static string CreditCode(int number)
    {
        const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = $"91320583MA{number:D7}";
        var sum = 0;
        for (var (at, weight) = (0, 1); at < 17; at++, weight = weight * 3 % 31)
            sum += Letters.IndexOf(code[at], StringComparison.Ordinal) * weight;
        return code + Letters[(31 - (sum % 31)) % 31];
    }
}
