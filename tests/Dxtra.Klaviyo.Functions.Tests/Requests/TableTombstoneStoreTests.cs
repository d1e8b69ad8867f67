namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableTombstoneStoreTests(StorageFixture storage)
{
    private readonly TableTombstoneStore _store = new(storage.Tables);
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task Those_of_many_hashes_that_are_marked_are_found()
    {
        Tombstone[] marks = [Mark("b", "email"), Mark("c", "phone")];
        await _store.AddAsync(_work.ControllerDid, _work.ProcessorId, marks, default);

        var found = await _store.FindAsync(
            _work.ControllerDid, _work.ProcessorId, [.. Enumerable.Range(0, 500).Select(number => $"{number:x64}"), .. marks.Select(mark => mark.Hash)], default);

        Assert.Equal(marks, found.OrderBy(mark => mark.Hash, StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_that_is_there_is_replaced()
    {
        await _store.AddAsync(_work.ControllerDid, _work.ProcessorId, [Mark("b", "email")], default);
        var later = Mark("b", "email") with { RequestId = "another" };

        await _store.AddAsync(_work.ControllerDid, _work.ProcessorId, [later], default);

        Assert.Equal([later], await _store.FindAsync(_work.ControllerDid, _work.ProcessorId, [later.Hash], default));
    }

    [Fact]
    public async Task Another_processor_knows_nothing_of_it()
    {
        await _store.AddAsync(_work.ControllerDid, _work.ProcessorId, [Mark("b", "email")], default);

        Assert.Empty(await _store.FindAsync(_work.ControllerDid, "another", [Mark("b", "email").Hash], default));
    }

    [Fact]
    public async Task Where_nobody_was_erased_nothing_is_found_of_however_many() => Assert.Empty(
        await _store.FindAsync(_work.ControllerDid, _work.ProcessorId, [.. Enumerable.Range(0, 500).Select(number => $"{number:x64}")], default));

    private Tombstone Mark(string letter, string identifier) => new(new(letter[0], 64), identifier, _work.RequestId, Some.Now);
}
