namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GetPreviewHandlerTests
{
    [Fact]
    public async Task The_stored_file_is_handed_out_and_the_look_is_logged()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        await preview.BuildAsync();

        var ready = Assert.IsType<GetPreviewResult.Ready>(await GetAsync(preview));

        Assert.Equal(preview.Text(), System.Text.Encoding.UTF8.GetString(ready.Preview));
        var entry = Assert.Single(preview.Activity.Entries);
        Assert.Equal((ActivityType.PreviewLook, PreviewFixture.Dpo, "preview 1"), (entry.Type, entry.Actor, entry.Outcome));
    }

    [Fact]
    public async Task Nothing_is_handed_out_that_could_not_be_logged()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        preview.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        await preview.BuildAsync();
        preview.Activity.Fault = new IOException("the log is down");

        await Assert.ThrowsAsync<IOException>(() => GetAsync(preview));
    }

    [Fact]
    public async Task While_there_is_none_it_says_what_is_missing()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        Assert.Equal(new GetPreviewResult.NotReady(RequestStatus.Running, false), await GetAsync(preview));

        await preview.ChangeAsync(request => request with { Deletion = request.Deletion! with { Identity = null } });
        Assert.Equal(new GetPreviewResult.NotReady(RequestStatus.Running, true), await GetAsync(preview));
        Assert.Equal("urn:dxtra:klaviyo:identity-missing", PreviewProblems.NotReady(RequestStatus.AwaitingIdentity, identityMissing: true).Type);
        Assert.Equal((409, "urn:dxtra:klaviyo:preview-not-ready"), PreviewProblems.NotReady(RequestStatus.Running, identityMissing: false) is var problem ? (problem.Status, problem.Type) : default);
        Assert.Empty(preview.Activity.Entries);
    }

    [Fact]
    public async Task An_access_request_and_another_controllers_request_have_none()
    {
        await using var preview = await PreviewFixture.CreateAsync(DeletionScope.Profile);
        Assert.IsType<GetPreviewResult.NoRequest>(await preview.GetPreview.HandleAsync(Some.Controller(), preview.Work.RequestId, PreviewFixture.Dpo, CancellationToken.None));

        await preview.ChangeAsync(request => request with { Kind = RequestKind.Access, Deletion = null });
        Assert.IsType<GetPreviewResult.NoRequest>(await GetAsync(preview));
    }

    private static Task<GetPreviewResult> GetAsync(PreviewFixture preview) =>
        preview.GetPreview.HandleAsync(preview.Work.ControllerDid, preview.Work.RequestId, PreviewFixture.Dpo, CancellationToken.None);
}
