namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SubjectVaultTests
{
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Fact]
    public async Task What_is_sealed_for_a_request_opens_with_it()
    {
        var work = Some.Work();
        var subject = await _vault.SealAsync(work.ControllerDid, work.RequestId, new(Some.Ada, "a note"), CancellationToken.None);

        var opened = await _vault.OpenAsync(Some.Request(work) with { SubjectCipherText = subject.CipherText }, CancellationToken.None);

        Assert.Equal(new(Some.Ada, "a note"), opened);
        Assert.Equal("a***@e***.com", subject.Masked);
    }

    [Fact]
    public async Task One_subject_has_one_key_with_a_controller_and_another_with_the_next()
    {
        var keys = new List<string>();
        foreach (var (controller, request) in new[] { ("did:dep:a", "r1"), ("did:dep:a", "r2"), ("did:dep:b", "r3") })
            keys.Add((await _vault.SealAsync(controller, request, new(Some.Ada, null), CancellationToken.None)).Key);

        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public async Task An_idempotency_key_is_kept_as_hashes_bound_to_its_route_and_body()
    {
        var body = new AccessRequestBody(new("ada@example.com", null, null, null), null, null, null, null);
        var first = await ClaimAsync("p1/access-requests", body);

        Assert.Equal(first, await ClaimAsync("p1/access-requests", body with { }));
        Assert.NotEqual(first.KeyHash, (await ClaimAsync("p2/access-requests", body)).KeyHash);
        Assert.NotEqual(first.BodyHash, (await ClaimAsync("p1/access-requests", body with { Note = "x" })).BodyHash);
    }

    private Task<IdempotencyClaim> ClaimAsync(string route, AccessRequestBody body) =>
        _vault.ClaimOfAsync("did:dep:a", route, "key-1", body, CancellationToken.None);
}
